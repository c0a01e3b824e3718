package org.leye.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.StartFailure;
import org.leye.local.StateFolder;
import org.leye.local.backup.Backup;
import org.leye.local.backup.Restore;
import org.leye.local.kafka.KafkaServer;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.Folders;
import org.leye.local.process.StopSignal;
import org.leye.local.service.ServiceProcess;
import org.leye.local.token.BusinessClock;
import org.leye.local.token.SandboxTokens;

/**
 * The whole suite on one machine. Another launcher's parts are found again by their pid files, so any instance with the
 * same settings can ask for, stop or restart what runs.
 */
public final class Suite {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final SuiteSettings settings;
    private final PartStarter starter;
    private final SandboxTokens tokens;

    private Suite(SuiteSettings settings) {
        this.settings = settings;
        this.starter = new PartStarter(settings);
        this.tokens = SandboxTokens.of(settings.ports(), settings.state().secrets());
    }

    /** The suite that these settings describe, running or not. */
    public static Suite of(SuiteSettings settings) {
        return new Suite(settings);
    }

    /**
     * Starts all parts and answers when all are ready. If one fails or this thread is interrupted, everything started is
     * stopped again.
     *
     * @throws StartFailure naming the part, in one line, with the end of its log
     * @throws java.util.concurrent.CancellationException when interrupted
     */
    public void start(SuiteListener listener) {
        requireStartable();
        settings.state().secrets().create(SandboxTokens.CLIENTS);
        try {
            new OrderedStart(settings.inOrder(), starter::start, listener).run();
        } catch (RuntimeException failure) {
            stop(listener);
            throw failure;
        }
    }

    /**
     * Makes sure that a start has a chance: there is space, nothing runs, the ports are free.
     *
     * @throws StartFailure that says what stands in the way
     */
    public void requireStartable() {
        settings.state().create().requireSpace();
        requireNothingRuns();
        settings.ports().requireFree(settings.inOrder());
    }

    /** Stops all parts that run, callers before those they call, and waits for their end. */
    public void stop(SuiteListener listener) {
        // the wish to stop has been heard; waiting below must not end at once
        boolean interrupted = Thread.interrupted();
        replicas().forEach(replica -> replica.stop(STOP_LIMIT));
        new OrderedStop(this::process, STOP_LIMIT, listener).run();
        forgetTheDead();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends everything without a warning. */
    public void kill() {
        replicas().forEach(ChildProcess::kill);
        running().forEach(part -> process(part).ifPresent(ChildProcess::kill));
    }

    /** Starts one part that does not run and waits until it is ready. */
    public void start(Part part) {
        settings.ports().requireFree(List.of(part));
        starter.start(part);
    }

    /** Starts a service of ours without waiting: for tests that ask in their own way whether it is ready. */
    public ServiceProcess launch(Part service) {
        settings.ports().requireFree(List.of(service));
        return ServiceProcess.launch(
                starter.serviceSettings(service, settings.ports().of(service), service.label()));
    }

    /** Stops one part cleanly; one that does not run is fine. */
    public void stop(Part part) {
        process(part).ifPresent(process -> process.stop(STOP_LIMIT));
    }

    /** Ends one part as a power cut would. */
    public void kill(Part part) {
        process(part).ifPresent(ChildProcess::kill);
    }

    /** Stops one part cleanly and starts it again. */
    public void restart(Part part) {
        stop(part);
        start(part);
    }

    /** A second copy of a service on a port of its own (the gateway takes the next one, too); ends with {@link #stop(SuiteListener)} at the latest. */
    public ServiceProcess startReplica(Part service, int port) {
        String name = service.label() + "-" + port;
        return ServiceProcess.start(starter.serviceSettings(service, port, name));
    }

    /** The process of a part, if it runs. */
    public Optional<ChildProcess> process(Part part) {
        StopSignal signal = part == Part.POSTGRES ? PostgresServer.STOP_SIGNAL : StopSignal.TERM;
        return ChildProcess.attach(
                part.label(), settings.state().pidFile(part), settings.state().log(part), signal);
    }

    /** The parts that run, in start order. */
    public List<Part> running() {
        List<Part> running = new ArrayList<>();
        for (Part part : Part.values()) {
            if (process(part).isPresent()) {
                running.add(part);
            }
        }
        return running;
    }

    /** Names of all parts and second copies of services that run. */
    public List<String> runningNames() {
        return Stream.concat(
                        running().stream().map(Part::label), replicas().stream().map(ChildProcess::name))
                .toList();
    }

    /** Whether the part has ended by itself: whoever stops a part forgets its process. */
    public boolean died(Part part) {
        return Files.exists(settings.state().pidFile(part)) && process(part).isEmpty();
    }

    /** Deletes all data, secrets and logs of a suite that does not run; unpacked archives stay, an empty folder does not. */
    public void purge() {
        requireNothingRuns();
        PostgresServer.delete(starter.postgresSettings());
        for (String folder : List.of(
                "kafka", "secrets", "logs", "run", "tmp", "suite.properties", "restored-offsets.json", "containers")) {
            Folders.delete(settings.state().path().resolve(folder));
        }
        settings.state().deleteIfEmpty();
    }

    /** Takes a backup of the running suite into a folder that it makes. */
    public Backup backUp(Path folder) {
        if (!running().containsAll(List.of(Part.POSTGRES, Part.KAFKA))) {
            throw new StartFailure("PostgreSQL and Kafka must run for a backup; ./leye up starts them.");
        }
        String kafka = KafkaServer.bootstrapServers(ports().of(Part.KAFKA));
        return Backup.take(starter.postgresSettings(), kafka, settings.state().secretsFolder(), folder);
    }

    /** Puts a backup back, for the next start to work on from; {@code replace} allows to put data aside that are there. */
    public Restore.Events restore(Path folder, boolean replace) {
        requireNothingRuns();
        return new Restore(settings.state()).from(Backup.open(folder), replace);
    }

    /** Ends everything, nearly without a warning, and deletes it: for tests and measures. */
    public void discard() {
        // a killed PostgreSQL leaves its shared memory to the machine
        stop(Part.POSTGRES);
        kill();
        purge();
    }

    /** Root address of a part that speaks HTTP. */
    public URI url(Part part) {
        return URI.create("http://127.0.0.1:" + ports().of(part));
    }

    public Ports ports() {
        return settings.ports();
    }

    public SuiteSettings settings() {
        return settings;
    }

    public SandboxTokens tokens() {
        return tokens;
    }

    public BusinessClock clock() {
        return new BusinessClock(ports(), tokens);
    }

    /** Second copies of services, found by pid files such as subsidy-9101.pid. */
    private List<ChildProcess> replicas() {
        StateFolder state = settings.state();
        List<ChildProcess> found = new ArrayList<>();
        try (DirectoryStream<Path> pidFiles = Files.newDirectoryStream(state.run(), "*-*.pid")) {
            for (Path pidFile : pidFiles) {
                String name = pidFile.getFileName().toString().replace(".pid", "");
                Path log = state.logs().resolve(name + ".log");
                ChildProcess.attach(name, pidFile, log, StopSignal.TERM).ifPresent(found::add);
            }
        } catch (NoSuchFileException neverStarted) {
            return found;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return found;
    }

    private void forgetTheDead() {
        for (Part part : Part.values()) {
            if (died(part)) {
                Folders.delete(settings.state().pidFile(part));
            }
        }
    }

    private void requireNothingRuns() {
        List<String> running = runningNames();
        if (!running.isEmpty()) {
            throw new StartFailure(
                    "Still running: %s. Stop it first with ./leye down".formatted(String.join(", ", running)));
        }
    }
}
