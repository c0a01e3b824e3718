package org.leye.bench;

/** The heap of this JVM. */
final class Heap {

    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    private Heap() {}

    /** What is still reachable: garbage is taken away first. */
    static double usedMebibytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MIB;
    }
}
