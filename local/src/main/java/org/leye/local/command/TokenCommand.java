package org.leye.local.command;

import java.util.Base64;
import java.util.concurrent.Callable;

import org.leye.local.StateFolder;
import org.leye.local.token.SandboxClaims;
import org.leye.platform.identity.PersonKeys;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints an access token of a sandbox user and nothing else. */
@Command(name = "token", description = "Print an access token for a role.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROLE", description = "For example COUNTY, CITIZEN, EMPLOYER, ADMIN.")
    private String role = "";

    @Option(names = "--region", paramLabel = "CODE", description = "Division of an officer; the city without it.")
    private @Nullable String region;

    @Option(names = "--uscc", paramLabel = "CODE", description = "Credit code of an employer.")
    private @Nullable String uscc;

    @Option(names = "--id", paramLabel = "NUMBER", description = "ID number of the person who is meant.")
    private @Nullable String idNumber;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "A citizen's account of this name, which has no person until it is linked.")
    private @Nullable String account;

    @Override
    public Integer call() {
        CurrentSuite current = CurrentSuite.find();
        if (account != null) {
            System.out.println(newcomer(current, account));
            return 0;
        }
        SandboxClaims claims = SandboxClaims.usualFor(role)
                .withRegion(region)
                .withUscc(uscc)
                .withPerson(idNumber == null ? null : personKey(current.state(), idNumber));
        System.out.println(current.suite().tokens().token(role, claims));
        return 0;
    }

    private String newcomer(CurrentSuite current, String name) {
        if (!role.equalsIgnoreCase("CITIZEN") || region != null || uscc != null || idNumber != null) {
            throw new IllegalArgumentException("--account goes with CITIZEN and with no other option.");
        }
        return current.suite().tokens().newcomer(name);
    }

    private static String personKey(StateFolder state, String idNumber) {
        byte[] pepper = Base64.getDecoder().decode(state.secrets().pepper());
        try {
            return PersonKeys.of(pepper).forIdNumber(idNumber).value();
        } catch (IllegalArgumentException invalid) {
            // the number itself is not repeated: it would end up in a scroll-back or a log
            throw new IllegalArgumentException("This is no valid ID number (" + invalid.getMessage() + ").", invalid);
        }
    }
}
