package org.leye.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.leye.local.ProjectFolder;
import org.leye.local.StartFailure;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.Folders;
import org.leye.local.process.Jvm;
import org.leye.local.process.Launch;
import org.leye.local.process.LogFile;
import org.leye.local.process.StopSignal;

/** A running Kafka node on 127.0.0.1. */
public final class KafkaServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String READY_LINE = "Kafka Server started";

    private final KafkaSettings settings;
    private final ChildProcess process;

    private KafkaServer(KafkaSettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the node; the first time this formats its storage.
     *
     * @throws StartFailure in one line, with the end of the log
     */
    public static KafkaServer start(KafkaSettings settings) {
        List<String> command = Jvm.command(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.slf4j.simpleLogger.logFile=System.out",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
                "-cp",
                ProjectFolder.find().brokerClassPath(),
                KafkaMain.class.getName(),
                writeProperties(settings).toString());
        ChildProcess process = ChildProcess.start(new Launch(
                "kafka", command, Map.of(), settings.folder(), settings.log(), settings.pidFile(), StopSignal.TERM));
        LogFile log = new LogFile(settings.log());
        process.awaitReady(START_LIMIT, () -> log.contains(READY_LINE));
        return new KafkaServer(settings, process);
    }

    /** Value for bootstrap.servers. */
    public String bootstrapServers() {
        return bootstrapServers(settings.port());
    }

    /** Value for bootstrap.servers of the node on this port of this machine. */
    public static String bootstrapServers(int port) {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return settings.port();
    }

    public long pid() {
        return process.pid();
    }

    public ChildProcess process() {
        return process;
    }

    /** Ends the node cleanly. */
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    /** Ends the node as a power cut would. */
    public void kill() {
        process.kill();
    }

    /** Ends the node that these settings describe, if it runs, and removes its data: for tests. */
    public static void discard(KafkaSettings settings) {
        ChildProcess.attach("kafka", settings.pidFile(), settings.log(), StopSignal.TERM)
                .ifPresent(ChildProcess::kill);
        Folders.delete(settings.folder());
    }

    private static Path writeProperties(KafkaSettings settings) {
        String properties = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=BROKER://127.0.0.1:%1$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=12
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=4
                # after a kill the controller waits for the old session to end before it takes the node back
                broker.session.timeout.ms=4000
                broker.heartbeat.interval.ms=1000
                group.initial.rebalance.delay.ms=0
                # one small machine: the defaults are meant for a server of its own, the cleaner's alone takes 128 MiB
                log.cleaner.dedupe.buffer.size=8388608
                num.network.threads=2
                num.io.threads=4
                """.formatted(
                settings.port(), settings.controllerPort(), settings.folder().resolve("logs"));
        try {
            Path file = Files.createDirectories(settings.folder()).resolve("server.properties");
            return Files.writeString(file, properties);
        } catch (IOException problem) {
            throw new StartFailure("Kafka's folder " + settings.folder() + " cannot be prepared", problem);
        }
    }
}
