package org.leye.platform.identity;

/** A fact of law: retirement tables read it. Nothing that matches people to jobs may. */
public enum Sex {
    MALE,
    FEMALE
}
