package org.leye.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The checked-out project: where the built jars and the archives of the engines lie.
 *
 * @param path the folder that holds mvnw
 */
public record ProjectFolder(Path path) {

    public ProjectFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The project this class was built in: named by -Dleye.project, else found above the class, else above the working folder. */
    public static ProjectFolder find() {
        String named = System.getProperty("leye.project");
        if (named != null && isProject(Path.of(named))) {
            return new ProjectFolder(Path.of(named));
        }
        return above(codeSource())
                .or(() -> above(Path.of("")))
                .orElseThrow(() -> new StartFailure(
                        "The project folder was not found; run from inside it or name it with -Dleye.project=FOLDER."));
    }

    /** The runnable jar of a service, built or not. */
    public Path serviceJar(Part service) {
        String module = service == Part.GATEWAY ? "gateway" : service.label() + "-service";
        return path.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** An archive of an engine, brought there by the build of this module. */
    public Path archive(String fileName) {
        Path archive = localTarget().resolve("parts").resolve(fileName);
        if (!Files.isRegularFile(archive)) {
            throw new StartFailure("Missing " + archive + ": build it with ./mvnw -Dquick -pl local -am package");
        }
        return archive;
    }

    /** Class path of a JVM that runs the broker: this module's classes and the jars the build laid beside them. */
    public String brokerClassPath() {
        Path libraries = localTarget().resolve("lib");
        if (!Files.isDirectory(libraries)) {
            throw new StartFailure("Missing " + libraries + ": build it with ./mvnw -Dquick -pl local -am package");
        }
        return codeSource() + ":" + libraries + "/*";
    }

    private Path localTarget() {
        return path.resolve("local/target");
    }

    private static Optional<ProjectFolder> above(Path start) {
        for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (isProject(folder)) {
                return Optional.of(new ProjectFolder(folder));
            }
        }
        return Optional.empty();
    }

    private static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve("mvnw")) && Files.isRegularFile(folder.resolve("local/pom.xml"));
    }

    private static Path codeSource() {
        try {
            return Path.of(ProjectFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
