package org.leye.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one child process is started.
 *
 * @param name for messages
 * @param command program and arguments
 * @param environment added to the cleaned environment of the launcher
 * @param folder working folder; must be open to the user the command runs as
 * @param log takes stdout and stderr; the log of the run before is kept beside it
 * @param pidFile remembers the process
 * @param stopSignal what asks it to end cleanly
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Path log,
        Path pidFile,
        StopSignal stopSignal) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
