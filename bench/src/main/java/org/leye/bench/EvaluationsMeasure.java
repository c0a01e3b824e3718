package org.leye.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.leye.local.Part;
import org.leye.local.ProjectFolder;
import org.leye.local.process.Command;
import org.leye.local.process.Jvm;

/**
 * Questions to policies, answered by the engine that subsidy-service has, with no service around it. They are asked in a JVM of
 * their own, with the service's jars and the service's options: the JVM of the measures compiles for a short life.
 *
 * @see Evaluations
 */
final class EvaluationsMeasure implements Measure {

    private static final List<String> OPTIONS = List.of(
            // those of the service; see ServiceProcess
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx256m",
            "-Dstdout.encoding=UTF-8",
            // the log manager of Quarkus, with no Quarkus to set it up, keeps every line of a trace that a service does
            // not write
            "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");

    @Override
    public String name() {
        return "evaluations";
    }

    @Override
    public Map<String, String> run() {
        var result = Command.run(Jvm.command(OPTIONS, "-cp", classPath(), Evaluations.class.getName()));
        if (!result.ok()) {
            throw new IllegalStateException("evaluations: " + result.output());
        }
        var figures = new LinkedHashMap<String, String>();
        result.output()
                .lines()
                .map(line -> line.split(Evaluations.SEPARATOR))
                // a library may have said something of its own
                .filter(parts -> parts.length == 2)
                .forEach(parts -> figures.put(parts[0], parts[1]));
        return figures;
    }

    /** The service's jars come first: what it runs with is what is measured. */
    private static String classPath() {
        Path service =
                ProjectFolder.find().serviceJar(Part.SUBSIDY).toAbsolutePath().getParent();
        return String.join(
                ":",
                service + "/app/*",
                service + "/lib/main/*",
                service + "/lib/boot/*",
                System.getProperty("java.class.path"));
    }
}
