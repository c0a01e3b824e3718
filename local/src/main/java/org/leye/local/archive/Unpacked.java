package org.leye.local.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

import org.leye.local.StartFailure;
import org.leye.local.process.Folders;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Unpacking with links and execute bits, whole or not at all. */
public final class Unpacked {

    private static final int ANY_EXECUTE = 0b001_001_001;

    private Unpacked() {}

    /** Opens the archive when it has to be unpacked. */
    @FunctionalInterface
    public interface Source {
        ArchiveInputStream<? extends ArchiveEntry> open() throws IOException;
    }

    /** Last touches to the unpacked folder before it appears under its name. */
    @FunctionalInterface
    public interface Finish {
        void on(Path folder) throws IOException;
    }

    /**
     * The unpacked folder, made now or earlier.
     *
     * @throws StartFailure if the archive cannot be read or written
     */
    public static Path at(Path target, Source source, Finish finish) {
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(target.getParent());
            Path aside = Files.createTempDirectory(target.getParent(), ".unpacking-");
            try {
                unpack(source, aside);
                finish.on(aside);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException problem) {
                if (!Files.isDirectory(target)) {
                    throw problem;
                }
                // another launcher was faster; its folder is as good as ours
            } finally {
                Folders.delete(aside);
            }
            return target;
        } catch (IOException problem) {
            throw new StartFailure("Unpacking into " + target + " failed", problem);
        }
    }

    private static void unpack(Source source, Path root) throws IOException {
        try (ArchiveInputStream<? extends ArchiveEntry> archive = source.open()) {
            for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path path = entry.resolveIn(root);
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry instanceof TarArchiveEntry tar && tar.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(tar.getLinkName()));
                } else {
                    Files.copy(archive, path, StandardCopyOption.REPLACE_EXISTING);
                    keepExecutable(path, mode(entry));
                }
            }
        }
    }

    private static int mode(ArchiveEntry entry) {
        return switch (entry) {
            case TarArchiveEntry tar -> tar.getMode();
            case ZipArchiveEntry zip -> zip.getUnixMode();
            default -> 0;
        };
    }

    private static void keepExecutable(Path path, int mode) throws IOException {
        if ((mode & ANY_EXECUTE) != 0) {
            Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
