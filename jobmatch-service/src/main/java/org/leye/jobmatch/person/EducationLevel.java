package org.leye.jobmatch.person;

/** The highest level of education completed. Source: GB/T 4658, in coarse steps. */
public enum EducationLevel {
    NONE,
    PRIMARY,
    JUNIOR_SECONDARY,
    SENIOR_SECONDARY,
    VOCATIONAL_SECONDARY,
    JUNIOR_COLLEGE,
    BACHELOR,
    MASTER,
    DOCTORATE
}
