package org.leye.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Processor time of a process and its children, those that have ended included. */
final class CpuTime {

    /** The kernel counts for programs in hundredths of a second, whatever it does inside. */
    private static final double TICKS_PER_SECOND = 100.0;
    /** utime, stime, cutime and cstime in /proc/PID/stat, counted behind the name. */
    private static final int FIRST = 11;

    private static final int BEHIND_LAST = 15;

    private CpuTime() {}

    static double secondsOf(long pid) {
        var children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                        .map(CpuTime::ticks)
                        .sum()
                / TICKS_PER_SECOND;
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int i = FIRST; i < BEHIND_LAST; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (IOException gone) {
            return 0;
        }
    }
}
