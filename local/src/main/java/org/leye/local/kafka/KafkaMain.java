package org.leye.local.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** The main class of Kafka's own JVM: formats the storage on the first start, then runs the node until it is told to end. */
public final class KafkaMain {

    /** Always the same: a client or a replica never meets a stranger under a known address. */
    static final String CLUSTER_ID = "TGV5ZUxvY2FsS2Fma2EwMQ";

    private KafkaMain() {}

    /** Takes one argument, the properties file. */
    public static void main(String[] arguments) {
        String properties = arguments[0];
        String[] format = {"format", "--cluster-id", CLUSTER_ID, "--config", properties, "--ignore-formatted"};
        int exitCode = StorageTool.execute(format, System.out);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
        Kafka.main(new String[] {properties});
    }
}
