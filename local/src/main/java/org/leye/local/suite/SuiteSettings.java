package org.leye.local.suite;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
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
 * @param environment what our services are told beside what the suite tells them
 */
public record SuiteSettings(
        ProjectFolder project,
        StateFolder state,
        Ports ports,
        Set<Part> parts,
        Path unpacked,
        Map<String, String> environment) {

    public SuiteSettings {
        parts = Set.copyOf(parts);
        environment = Map.copyOf(environment);
    }

    /** All parts of a suite in this state folder. */
    public static SuiteSettings of(ProjectFolder project, StateFolder state, Ports ports) {
        return new SuiteSettings(project, state, ports, EnumSet.allOf(Part.class), state.parts(), Map.of());
    }

    /** The same with only these parts. */
    public SuiteSettings only(Set<Part> wanted) {
        return new SuiteSettings(project, state, ports, wanted, unpacked, environment);
    }

    /** The same with archives unpacked elsewhere: a test's own suite need not unpack and build Keycloak again. */
    public SuiteSettings unpackedIn(Path folder) {
        return new SuiteSettings(project, state, ports, parts, folder, environment);
    }

    /** The same with services that are told this, too. */
    public SuiteSettings told(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new SuiteSettings(project, state, ports, parts, unpacked, more);
    }

    /** The parts that run, in start order. */
    Set<Part> inOrder() {
        return EnumSet.copyOf(parts);
    }
}
