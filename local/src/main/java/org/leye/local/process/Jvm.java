package org.leye.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further JVMs on the JDK that runs the launcher. */
public final class Jvm {

    private Jvm() {}

    /** The java command with options and what follows them. */
    public static List<String> command(List<String> options, String... rest) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(rest));
        return command;
    }
}
