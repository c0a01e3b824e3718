package org.leye.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.leye.local.StartFailure;
import org.leye.local.process.Command;
import org.leye.local.process.Folders;

/** The cluster's data: made once by initdb, aside and renamed. */
final class DataFolder {

    private final PostgresPlace place;
    private final Path path;

    DataFolder(PostgresPlace place) {
        this.place = place;
        this.path = place.folder().resolve("data");
    }

    Path path() {
        return path;
    }

    /** What a restore is about to make the data. */
    Path restored() {
        return path.resolveSibling("data.restored");
    }

    /** What were the data before a restore. */
    Path replaced() {
        return path.resolveSibling("data.replaced");
    }

    void initialise(PostgresBinaries binaries, PostgresSettings settings) {
        if (Files.isDirectory(path)) {
            return;
        }
        requireNoRestoreWasBrokenOff();
        Path aside = path.resolveSibling("data.new");
        Path passwordFile = path.resolveSibling("superuser.new");
        try {
            Folders.delete(aside);
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, settings.superuserPassword());
            place.giveToOwner(passwordFile);
            Command.Result result = Command.run(
                    place.asOwner(initdb(binaries, settings, aside, passwordFile)),
                    Map.of("LC_ALL", "C", "TZ", "UTC"),
                    Path.of("/"));
            if (!result.ok()) {
                throw new StartFailure(
                        "PostgreSQL's initdb failed.", result.output().lines().toList());
            }
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw new StartFailure("PostgreSQL's data folder " + path + " cannot be made", problem);
        } finally {
            deleteQuietly(passwordFile);
        }
    }

    /** It ends between two renames, and an empty suite beside the data would look as if all were lost. */
    private void requireNoRestoreWasBrokenOff() {
        if (Files.exists(restored()) || Files.exists(replaced())) {
            throw new StartFailure(
                    ("A restore was broken off: there is no %s. Repeat ./leye restore; or go on with what was"
                                    + " there before, if there is a data.replaced beside it, by renaming that to data.")
                            .formatted(path));
        }
    }

    /**
     * After a kill the file postmaster.pid stays. PostgreSQL steps over it unless its pid is in use again by somebody
     * else, which it cannot tell from itself; we can.
     */
    void forgetDeadPostmaster() {
        Path file = path.resolve("postmaster.pid");
        try {
            if (Files.exists(file)) {
                String pid = Files.readAllLines(file).getFirst().strip();
                Path program = Path.of("/proc", pid, "exe");
                boolean ours = Files.exists(program)
                        && Files.readSymbolicLink(program)
                                .getFileName()
                                .toString()
                                .startsWith("postgres");
                if (!ours) {
                    Files.delete(file);
                }
            }
        } catch (IOException | java.util.NoSuchElementException undecided) {
            // not readable or half written: PostgreSQL itself decides
        }
    }

    private static List<String> initdb(
            PostgresBinaries binaries, PostgresSettings settings, Path folder, Path passwordFile) {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + folder,
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // sorts by code point on every machine, whatever C library it has
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        return command;
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // mode 600 and owned by the server's user; the next start deletes it
        }
    }
}
