package org.leye.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Which process is meant, beyond its pid: pids are used again. The start is counted in clock ticks since boot, so a
 * corrected wall clock changes nothing, and the boot id keeps a reboot from repeating it.
 *
 * @param pid process id
 * @param startTicks field 22 of /proc/PID/stat
 * @param boot id of the running boot
 */
public record ProcessIdentity(long pid, long startTicks, String boot) {

    /** The live process with this pid; empty if there is none or if it is only waiting to be reaped. */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the name in field 2 may hold spaces and brackets: count from its last bracket
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // a killed JVM is a zombie by its first thread; until the others have ended as well it holds its ports
            boolean zombie = fields[0].equals("Z") && Integer.parseInt(fields[17]) <= 1;
            if (zombie || fields[0].equals("X")) {
                return Optional.empty();
            }
            return Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[19]), currentBoot()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** What a pid file remembers; empty if the file is missing or no pid file. */
    public static Optional<ProcessIdentity> readFrom(Path pidFile) {
        try {
            String[] lines = Files.readString(pidFile).split("\n");
            return Optional.of(new ProcessIdentity(Long.parseLong(lines[0]), Long.parseLong(lines[1]), lines[2]));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    /** Remembers this process in a file, whole or not at all. */
    public void writeTo(Path pidFile) throws IOException {
        Path aside = pidFile.resolveSibling(pidFile.getFileName() + ".new");
        Files.createDirectories(pidFile.toAbsolutePath().getParent());
        Files.writeString(aside, pid + "\n" + startTicks + "\n" + boot + "\n");
        Files.move(aside, pidFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether this very process, not another with the same pid, still runs. */
    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    private static String currentBoot() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}
