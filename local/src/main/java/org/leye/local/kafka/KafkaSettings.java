package org.leye.local.kafka;

import java.nio.file.Path;

/**
 * How one Kafka node is started.
 *
 * @param folder its log folder and its properties
 * @param port of the broker on 127.0.0.1
 * @param controllerPort of the quorum on 127.0.0.1
 * @param log stdout and stderr of the node
 * @param pidFile remembers the process
 */
public record KafkaSettings(Path folder, int port, int controllerPort, Path log, Path pidFile) {

    public KafkaSettings {
        folder = folder.toAbsolutePath().normalize();
    }

    /** A node that keeps everything in one folder. */
    public static KafkaSettings in(Path folder, int port, int controllerPort) {
        return new KafkaSettings(
                folder, port, controllerPort, folder.resolve("kafka.log"), folder.resolve("kafka.pid"));
    }

    /** The same with log and pid file elsewhere. */
    public KafkaSettings recordedIn(Path log, Path pidFile) {
        return new KafkaSettings(folder, port, controllerPort, log, pidFile);
    }
}
