package org.leye.training.assessment;

/** The five levels that open assessments lead to, from elementary worker to senior technician. */
public enum SkillLevel {
    L5,
    L4,
    L3,
    L2,
    L1;

    /** The level's digit in a certificate number. */
    public int digit() {
        return Character.digit(name().charAt(1), 10);
    }

    /** Whether this level is as high as the other, or higher. */
    public boolean isAtLeast(SkillLevel other) {
        return ordinal() >= other.ordinal();
    }
}
