package org.leye.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The log of one part: one file for the run, one for the run before.
 *
 * @param path the current file
 */
public record LogFile(Path path) {

    private static final int TAIL_BYTES = 256 * 1024;

    /** Puts the log of the last run aside. */
    public void rotate() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path)) {
            Files.move(path, previous(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The log of the run before. */
    public Path previous() {
        return path.resolveSibling(path.getFileName() + ".1");
    }

    /** The last lines; empty if there is no log. Reads at most the last 256 KiB. */
    public List<String> tail(int lines) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] end = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (NoSuchFileException | java.io.FileNotFoundException none) {
            return List.of();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Whether a line of the current run holds the text. */
    public boolean contains(String text) {
        try (var lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(text));
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
