package org.leye.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.leye.local.Part;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.HttpProbe;
import org.leye.local.process.Memory;
import org.leye.local.service.ServiceProcess;
import org.leye.local.suite.Suite;

import picocli.CommandLine.Command;

/** Lists the parts of the last start; exit code 0 if all are ready, 3 if not. */
@Command(
        name = "status",
        description = "List the parts: state, port, process, memory.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ALL_READY = 3;

    @Override
    public Integer call() {
        CurrentSuite current = CurrentSuite.find();
        boolean allReady = true;
        long totalKib = 0;
        System.out.printf("%-9s %-9s %6s %9s %10s%n", "part", "state", "port", "process", "memory");
        for (Part part : Part.values()) {
            if (!current.record().parts().contains(part)) {
                continue;
            }
            Optional<ChildProcess> process = current.suite().process(part);
            String state = state(current.suite(), part, process);
            long kib = process.map(running -> Memory.shareOf(running.pid())).orElse(0L);
            totalKib += kib;
            allReady &= state.equals("ready");
            System.out.printf(
                    "%-9s %-9s %6d %9s %10s%n",
                    part.label(),
                    state,
                    current.suite().ports().of(part),
                    process.map(running -> Long.toString(running.pid())).orElse("-"),
                    process.isPresent() ? mebibytes(kib) : "-");
        }
        System.out.printf("%-9s %-9s %6s %9s %10s%n", "all", "", "", "", mebibytes(totalKib));
        return allReady ? 0 : NOT_ALL_READY;
    }

    private static String state(Suite suite, Part part, Optional<ChildProcess> process) {
        if (process.isEmpty()) {
            return suite.died(part) ? "died" : "stopped";
        }
        boolean ready =
                switch (part) {
                    case POSTGRES, KAFKA -> true;
                    case KEYCLOAK -> new HttpProbe(suite.url(part).resolve("/realms/leye")).answers();
                    default ->
                        ServiceProcess.readiness(suite.ports().healthOf(part)).answers();
                };
        return ready ? "ready" : "not ready";
    }

    private static String mebibytes(long kib) {
        return kib / 1024 + " MiB";
    }
}
