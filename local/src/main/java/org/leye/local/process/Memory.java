package org.leye.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Memory of processes as their proportional share (PSS): what several have in common is counted once. */
public final class Memory {

    private Memory() {}

    /** Of a process and all its children, in KiB; 0 where the kernel does not tell. */
    public static long shareOf(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                .map(Memory::ownShare)
                .sum();
    }

    private static long ownShare(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException hidden) {
            return 0;
        }
    }
}
