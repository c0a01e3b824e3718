package org.leye.local.command;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.leye.local.Part;
import org.leye.local.audit.AuditCheck;
import org.leye.local.audit.Finding;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Works on the audit trails of the services. */
@Command(
        name = "audit",
        description = "Check the audit trails of all services.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditCommand.Verify.class,
        mixinStandardHelpOptions = true)
final class AuditCommand {

    /** Has every service recompute its chain; exit code 1 if one is not what was sealed, or could not be checked. */
    @Command(
            name = "verify",
            description = "Recompute the chain of every service; exit code 1 if something is broken.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Option(
                names = "--witness",
                paramLabel = "SERVICE=NUMBER:HASH",
                description =
                        "What was noted of a service's chain before; may be given for each service (subsidy or subsidy-service).")
        private Map<String, String> witnesses = new HashMap<>();

        @Override
        public Integer call() {
            Map<String, String> noted = new HashMap<>();
            witnesses.forEach((name, witness) -> noted.put(label(name), witness));
            CurrentSuite current = CurrentSuite.find();
            AuditCheck check =
                    new AuditCheck(current.suite().ports(), current.suite().tokens());
            boolean allSound = true;
            for (Part service : Part.domainServices()) {
                Finding finding = check.check(service, noted.get(service.label()));
                System.out.printf("%-9s %s%n", service.label(), finding.text());
                allSound &= finding.sound();
            }
            return allSound ? 0 : LeyeCommand.FAILED;
        }

        /** Of a service as it is called here, or as the topic of witnesses calls it. */
        private static String label(String name) {
            return Part.domainServices().stream()
                    .map(Part::label)
                    .filter(label -> name.equals(label) || name.equals(label + "-service"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("There is no service " + name + " with an audit trail."));
        }
    }
}
