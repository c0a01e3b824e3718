package org.leye.local.suite;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.StateFolder;

/**
 * Which suite is meant.
 *
 * @param project where jars and archives lie
 * @param state its data, secrets, logs and pid files
 * @param ports where it listens
 * @param parts what of it runs
 * @param unpacked folder of unpacked archives without data, which several suites may share
 */
public record SuiteSettings(ProjectFolder project, StateFolder state, Ports ports, Set<Part> parts, Path unpacked) {

    public SuiteSettings {
        parts = Set.copyOf(parts);
    }

    /** All parts of a suite in this state folder. */
    public static SuiteSettings of(ProjectFolder project, StateFolder state, Ports ports) {
        return new SuiteSettings(project, state, ports, EnumSet.allOf(Part.class), state.parts());
    }

    /** The same with only these parts. */
    public SuiteSettings only(Set<Part> wanted) {
        return new SuiteSettings(project, state, ports, wanted, unpacked);
    }

    /** The same with archives unpacked elsewhere: a test's own suite need not unpack and build Keycloak again. */
    public SuiteSettings unpackedIn(Path folder) {
        return new SuiteSettings(project, state, ports, parts, folder);
    }

    /** The parts that run, in start order. */
    Set<Part> inOrder() {
        return EnumSet.copyOf(parts);
    }
}
