package org.leye.contracts.jobmatch;

/** What somebody was placed in. DISPATCH is work for a user enterprise through an agency. */
public enum PlacementKind {
    EMPLOYMENT,
    DISPATCH,
    WELFARE_POST,
    INTERNSHIP,
    GIG
}
