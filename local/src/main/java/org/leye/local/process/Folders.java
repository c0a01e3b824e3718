package org.leye.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders, without following links out of them. */
public final class Folders {

    private Folders() {}

    /** Deletes a folder and what is in it; one that is not there is fine. */
    public static void delete(Path root) {
        if (!Files.exists(root, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("The folder " + root + " cannot be deleted", problem);
        }
    }

    /** Copies a folder that nobody changes meanwhile; the target must not exist. */
    public static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file, target.resolve(source.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Makes sure that what was written below this folder outlives a power cut. */
    public static void flush(Path folder) throws IOException {
        Command.Result result = Command.run(List.of("sync", "-f", folder.toString()));
        if (!result.ok()) {
            throw new IOException(result.output().strip());
        }
    }

    /** An empty folder, whatever was there before. */
    public static Path emptied(Path folder) {
        delete(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
