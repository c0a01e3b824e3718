package org.leye.subsidy.policy;

/** Who made the rule, from far to near. The most local version in force wins. */
public enum PolicyLevel {
    NATIONAL,
    PROVINCE,
    CITY,
    COUNTY
}
