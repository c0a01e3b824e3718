package org.leye.local.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.leye.local.suite.ContainerSecrets;

import picocli.CommandLine.Command;

/** Makes what docker-compose.yml must not hold. */
@Command(
        name = "secrets",
        description = "Make the passwords and keys that docker-compose.yml reads, one file for each container.",
        mixinStandardHelpOptions = true)
final class SecretsCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        System.out.println("Secrets for containers are in "
                + new ContainerSecrets(CurrentSuite.find().suite().settings()).write());
        return 0;
    }
}
