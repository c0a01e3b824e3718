package org.leye.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;

import org.leye.local.StartFailure;
import org.leye.local.backup.BackupFailure;
import org.leye.local.keycloak.KeycloakUnreachable;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line: knows the sub-commands and turns failures into one line and an exit code. */
@Command(
        name = "./leye",
        description = "Runs the suite on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            ProofCommand.class,
            ClockCommand.class,
            AuditCommand.class,
            JourneyCommand.class,
            RotateKeysCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            SecretsCommand.class,
            ChaosCommand.class,
            CommandLine.HelpCommand.class
        })
public final class LeyeCommand {

    static final int FAILED = 1;
    static final int INTERRUPTED = 130;

    private LeyeCommand() {}

    /** Runs one command and answers its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new LeyeCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
        return line.execute(arguments);
    }

    private static int report(Exception failure) {
        switch (failure) {
            case StartFailure start -> {
                start.logTail().forEach(line -> System.err.println("  | " + line));
                System.err.println("leye: " + start.getMessage());
            }
            case CancellationException interrupted -> {
                return INTERRUPTED;
            }
            case BackupFailure backup -> System.err.println("leye: " + backup.getMessage());
            case KeycloakUnreachable unreachable -> System.err.println("leye: " + unreachable.getMessage());
            case IOException disk -> System.err.println("leye: A file cannot be read or written. " + reason(disk));
            case UncheckedIOException disk -> System.err.println("leye: " + what(disk) + " " + reason(disk.getCause()));
            case IllegalArgumentException wrong -> System.err.println("leye: " + wrong.getMessage());
            default -> {
                System.err.println("leye: unexpected: " + failure);
                failure.printStackTrace(System.err);
            }
        }
        return FAILED;
    }

    private static String what(UncheckedIOException failure) {
        boolean said = failure.getMessage() != null
                && !failure.getMessage().equals(failure.getCause().toString());
        return said ? failure.getMessage() + "." : "A file cannot be read or written.";
    }

    /** The kind of the failure matters: the message of many is the file alone. */
    private static String reason(IOException failure) {
        return "(%s: %s)".formatted(failure.getClass().getSimpleName(), failure.getMessage());
    }
}
