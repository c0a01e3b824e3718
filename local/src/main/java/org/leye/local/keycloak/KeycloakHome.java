package org.leye.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.leye.local.ProjectFolder;
import org.leye.local.StartFailure;
import org.leye.local.archive.EngineVersions;
import org.leye.local.archive.Unpacked;
import org.leye.local.process.Command;
import org.leye.local.process.Jvm;

import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The unpacked server, built for our options. Java is called directly: kc.sh would stay in between as a parent that a
 * signal has to pass.
 */
final class KeycloakHome {

    /** Fixed when the server is built. One node: a cache of its own, no cluster ports; no health, so no port for it. */
    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--cache=local");

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:MetaspaceSize=96M",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final Path folder;

    private KeycloakHome(Path folder) {
        this.folder = folder;
    }

    /** Unpacks and builds what is not unpacked and built; one launcher at a time. */
    static KeycloakHome prepare(Path parent) {
        try {
            Files.createDirectories(parent);
            try (FileChannel channel = FileChannel.open(
                            parent.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                KeycloakHome home = new KeycloakHome(
                        Unpacked.at(parent.resolve(EngineVersions.keycloak()), KeycloakHome::open, folder -> {}));
                home.build();
                home.placeRealm();
                return home;
            }
        } catch (IOException problem) {
            throw new StartFailure("Keycloak's folder " + parent + " cannot be prepared", problem);
        }
    }

    Path folder() {
        return folder;
    }

    List<String> command(String... arguments) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.add("-Dkc.home.dir=" + server());
        options.add("-Djboss.server.config.dir=" + server().resolve("conf"));
        List<String> rest = new ArrayList<>(List.of(
                "-cp",
                server().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        rest.addAll(List.of(arguments));
        return Jvm.command(options, rest.toArray(String[]::new));
    }

    /** The file that says for which options the server was built; missing after an interrupted build. */
    private void build() throws IOException {
        Path mark = folder.resolve("built-for");
        String wanted = String.join(" ", BUILD_OPTIONS) + " " + System.getProperty("java.vm.version");
        if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
            return;
        }
        Files.deleteIfExists(mark);
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        Command.Result result = Command.run(command(arguments.toArray(String[]::new)), Map.of(), folder);
        if (!result.ok()) {
            throw new StartFailure(
                    "Keycloak's build failed.", result.output().lines().toList());
        }
        Files.writeString(mark, wanted);
    }

    private void placeRealm() throws IOException {
        Path target = Files.createDirectories(server().resolve("data/import")).resolve("leye-realm.json");
        try (InputStream realm = RealmFile.open()) {
            Files.copy(realm, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path server() {
        return folder.resolve("keycloak-" + EngineVersions.keycloak());
    }

    private static ZipArchiveInputStream open() throws IOException {
        Path archive =
                ProjectFolder.find().archive("keycloak-quarkus-dist-%s.zip".formatted(EngineVersions.keycloak()));
        return new ZipArchiveInputStream(new java.io.BufferedInputStream(Files.newInputStream(archive), 1 << 16));
    }
}
