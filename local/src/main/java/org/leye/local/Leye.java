package org.leye.local;

import org.leye.local.command.LeyeCommand;

/** Start of the command line; the script ./leye at the root of the project calls it. */
public final class Leye {

    private Leye() {}

    public static void main(String[] arguments) {
        System.exit(LeyeCommand.run(arguments));
    }
}
