package org.leye.local.journey;

/** Is told every step of a journey. */
@FunctionalInterface
public interface Narrator {

    /**
     * @param who calls, such as {@code BROKER}
     * @param what the call: method and path
     * @param came what came back, in a few words
     */
    void step(String who, String what, String came);
}
