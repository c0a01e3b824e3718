package org.leye.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Everything a suite keeps on this machine: data, secrets, logs, pid files and unpacked archives.
 * The default is the folder .leye of the project; the environment variable LEYE_STATE names another.
 *
 * @param path the folder; made by {@link #create()}
 */
public record StateFolder(Path path) {

    private static final long BYTES_FREE_MIN = 1L << 30;

    public StateFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The folder that LEYE_STATE names, else .leye in the project. */
    public static StateFolder of(ProjectFolder project) {
        String named = System.getenv("LEYE_STATE");
        return new StateFolder(named == null || named.isBlank() ? project.path().resolve(".leye") : Path.of(named));
    }

    /** Makes the folder if it is not there. */
    public StateFolder create() {
        try {
            Files.createDirectories(path);
            Files.createDirectories(run());
            Files.createDirectories(logs());
        } catch (IOException problem) {
            throw new StartFailure("The state folder " + path + " cannot be made", problem);
        }
        return this;
    }

    public boolean exists() {
        return Files.isDirectory(run());
    }

    /** Removes the folder if nothing is left in it. */
    public void deleteIfEmpty() {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException inUse) {
            // unpacked archives, or files of somebody else
        } catch (IOException problem) {
            throw new UncheckedIOException("The folder " + path + " cannot be deleted", problem);
        }
    }

    /**
     * Refuses to start on a nearly full disk: a database that runs out of space in mid-flight is far worse.
     *
     * @throws StartFailure below 1 GiB
     */
    public void requireSpace() {
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < BYTES_FREE_MIN) {
                throw new StartFailure("Only %d MiB are free on the disk of %s; at least %d MiB are needed."
                        .formatted(free >> 20, path, BYTES_FREE_MIN >> 20));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public Secrets secrets() {
        return Secrets.in(secretsFolder());
    }

    public Path secretsFolder() {
        return path.resolve("secrets");
    }

    /** Secrets as files of environment variables, for containers. */
    public Path containers() {
        return path.resolve("containers");
    }

    public Path run() {
        return path.resolve("run");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path pidFile(Part part) {
        return run().resolve(part.label() + ".pid");
    }

    public Path log(Part part) {
        return logs().resolve(part.label() + ".log");
    }

    /** Data of one engine. */
    public Path engine(Part engine) {
        return path.resolve(engine.label());
    }

    /** Unpacked archives, which hold no data and may be shared with other state folders. */
    public Path parts() {
        return path.resolve("parts");
    }

    /** Scratch space of one part, emptied at each start. */
    public Path scratch(Part part) {
        return path.resolve("tmp").resolve(part.label());
    }
}
