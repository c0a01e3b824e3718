package org.leye.local.service;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.leye.local.Part;
import org.leye.local.StartFailure;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.Folders;
import org.leye.local.process.HttpProbe;
import org.leye.local.process.Jvm;
import org.leye.local.process.Launch;
import org.leye.local.process.StopSignal;

/** A running service of ours on 127.0.0.1. */
public final class ServiceProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ServiceSettings settings;
    private final ChildProcess process;

    private ServiceProcess(ServiceSettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the service and waits until its readiness is green.
     *
     * @throws StartFailure in one line, with the end of the log
     */
    public static ServiceProcess start(ServiceSettings settings) {
        ServiceProcess service = launch(settings);
        service.awaitReady();
        return service;
    }

    /** Starts the service without waiting: for tests that watch it become ready. */
    public static ServiceProcess launch(ServiceSettings settings) {
        if (!Files.isRegularFile(settings.jar())) {
            throw new StartFailure("%s is not built: %s is missing. Build all with ./mvnw -Dquick package"
                    .formatted(settings.part().label(), settings.jar()));
        }
        Folders.emptied(settings.scratch());
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port()));
        if (settings.healthPort() != settings.port()) {
            environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
            environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(settings.healthPort()));
        }
        return new ServiceProcess(
                settings,
                ChildProcess.start(new Launch(
                        settings.part().label(),
                        command(settings),
                        environment,
                        settings.jar().getParent(),
                        settings.log(),
                        settings.pidFile(),
                        StopSignal.TERM)));
    }

    /** Waits until /q/health/ready answers 200. */
    public void awaitReady() {
        process.awaitReady(START_LIMIT, readiness(settings.healthPort())::answers);
    }

    /** The question whether the service with this health port is ready. */
    public static HttpProbe readiness(int healthPort) {
        return new HttpProbe(URI.create("http://127.0.0.1:" + healthPort + "/q/health/ready"));
    }

    /** Root address of this replica. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + settings.port());
    }

    public long pid() {
        return process.pid();
    }

    public ChildProcess process() {
        return process;
    }

    /** Ends the service cleanly: what is in flight is finished. */
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    /** Ends the service as a power cut would. */
    public void kill() {
        process.kill();
    }

    private static List<String> command(ServiceSettings settings) {
        return Jvm.command(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        settings.part() == Part.GATEWAY ? "-Xmx192m" : "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        // whatever the shell's locale: names of places are Chinese
                        "-Dstdout.encoding=UTF-8",
                        "-Djava.io.tmpdir=" + settings.scratch()),
                "-jar",
                settings.jar().toString());
    }
}
