package org.leye.local.command;

import java.util.concurrent.Callable;

import org.leye.local.token.SandboxTokens;
import org.leye.local.token.SandboxVerifier;
import org.leye.platform.identity.IdNumber;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints an identity proof of the sandbox's verifier and nothing else. */
@Command(
        name = "proof",
        description = "Print a proof of identity, for POST /me/v1/link.",
        mixinStandardHelpOptions = true)
final class ProofCommand implements Callable<Integer> {

    @Option(names = "--id", required = true, paramLabel = "NUMBER", description = "ID number of the person.")
    private String idNumber = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Name of the person.")
    private String name = "";

    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    /** The account that the proof is for: one of the sandbox, or any. */
    private static final class Whose {

        @Option(
                names = "--account",
                paramLabel = "NAME",
                description = "A sandbox account, as in ./leye token CITIZEN --account NAME.")
        private String account = "";

        @Option(names = "--user", paramLabel = "SUB", description = "Any account: the sub of its tokens.")
        private String user = "";
    }

    @Override
    public Integer call() {
        CurrentSuite current = CurrentSuite.find();
        String account = whose.user.isEmpty()
                ? SandboxTokens.accountOf(current.suite().tokens().newcomer(whose.account))
                : whose.user;
        SandboxVerifier verifier = SandboxVerifier.of(current.state().secrets());
        System.out.println(verifier.proof(account, checked(idNumber), name));
        return 0;
    }

    private static String checked(String number) {
        try {
            return IdNumber.parse(number).value();
        } catch (IllegalArgumentException invalid) {
            // the number itself is not repeated: it would end up in a scroll-back or a log
            throw new IllegalArgumentException("This is no valid ID number (" + invalid.getMessage() + ").", invalid);
        }
    }
}
