package org.leye.local.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;

/**
 * Copies the data folder of a running server between pg_backup_start and pg_backup_stop. Files change, grow and vanish
 * meanwhile; the replay of the log makes them whole.
 */
final class LiveDataCopy extends SimpleFileVisitor<Path> {

    /** Folders that must be there and are empty in a copy: the server fills them again, or the log is copied by itself. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    /** Belongs to the running process, or to another backup. */
    private static final Set<String> NOT_COPIED = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "tablespace_map",
            "backup_manifest",
            "current_logfiles");

    private static final Path CONTROL_FILE = Path.of("global", "pg_control");
    private static final int CONTROL_FILE_READS = 100;

    private final Path source;
    private final Path target;

    private LiveDataCopy(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    static void copy(Path source, Path target) throws IOException {
        LiveDataCopy copy = new LiveDataCopy(source, target);
        Files.walkFileTree(source, copy);
        copy.copyControlFile();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Path relative = source.relativize(folder);
        if (isTemporary(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        Files.createDirectories(target.resolve(relative.toString()));
        return EMPTY.contains(relative.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path relative = source.relativize(file);
        if (!attributes.isRegularFile()) {
            throw new IOException(relative + " is no plain file; links and tablespaces are not supported");
        }
        if (NOT_COPIED.contains(relative.toString()) || relative.equals(CONTROL_FILE) || isTemporary(file)) {
            return FileVisitResult.CONTINUE;
        }
        try {
            Files.copy(file, target.resolve(relative.toString()));
        } catch (NoSuchFileException vanished) {
            // the server dropped it; the log says so as well
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
        if (problem instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw problem;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException problem)
            throws IOException {
        return problem == null || problem instanceof NoSuchFileException
                ? FileVisitResult.CONTINUE
                : super.postVisitDirectory(folder, problem);
    }

    /** Last, as pg_basebackup does; read twice alike, because no log makes a half written one whole. */
    private void copyControlFile() throws IOException {
        Path file = source.resolve(CONTROL_FILE);
        byte[] content = Files.readAllBytes(file);
        for (int read = 0; read < CONTROL_FILE_READS; read++) {
            byte[] again = Files.readAllBytes(file);
            if (Arrays.equals(content, again)) {
                Files.write(target.resolve(CONTROL_FILE.toString()), content);
                return;
            }
            content = again;
        }
        throw new IOException(CONTROL_FILE + " never holds still");
    }

    private static boolean isTemporary(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init");
    }
}
