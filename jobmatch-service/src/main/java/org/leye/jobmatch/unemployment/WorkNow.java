package org.leye.jobmatch.unemployment;

/** Whether somebody is known to work. Answered by placements, which know more of it than this package does. */
public interface WorkNow {

    /** Whether a placement of the person has started and not ended. */
    boolean isAtWork(String personKey);
}
