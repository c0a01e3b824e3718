package org.leye.local.service;

import java.nio.file.Path;
import java.util.Map;

import org.leye.local.Part;

/**
 * How one packaged service is started.
 *
 * @param part which service
 * @param jar its quarkus-run.jar
 * @param port on 127.0.0.1
 * @param healthPort where it tells whether it is ready: the same, except at the gateway, whose port is public
 * @param environment configuration beyond address and port
 * @param scratch its temporary folder (unpacked native libraries), emptied at each start
 * @param log stdout and stderr of the service
 * @param pidFile remembers the process
 */
public record ServiceSettings(
        Part part,
        Path jar,
        int port,
        int healthPort,
        Map<String, String> environment,
        Path scratch,
        Path log,
        Path pidFile) {

    public ServiceSettings {
        environment = Map.copyOf(environment);
    }
}
