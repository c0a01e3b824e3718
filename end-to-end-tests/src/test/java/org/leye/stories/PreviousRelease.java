package org.leye.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.leye.local.ProjectFolder;
import org.leye.local.process.Command;

/**
 * The services as they were at the commit that the file previous-release names. They are built when CI is set or
 * {@code -Dleye.previous-release} asks for it; else what was built before is used, and without it the test is skipped.
 */
final class PreviousRelease {

    private static final int NO_HISTORY = 3;

    private PreviousRelease() {}

    /** The project of that release, its services built. */
    static ProjectFolder project() {
        Path here = ProjectFolder.find().path().resolve("end-to-end-tests");
        if (System.getenv("CI") != null || System.getProperty("leye.previous-release") != null) {
            var build = Command.run(
                    List.of(here.resolve("build-previous-release").toString()),
                    Map.of("JAVA_HOME", System.getProperty("java.home")),
                    here);
            assumeTrue(build.exitCode() != NO_HISTORY, build::output);
            assertTrue(build.ok(), build::output);
        }
        var folder = here.resolve("target/previous-release").resolve(commit(here));
        assumeTrue(
                Files.exists(folder.resolve("built")),
                "the previous release is not built; end-to-end-tests/build-previous-release does it");
        return new ProjectFolder(folder);
    }

    private static String commit(Path here) {
        try {
            return Files.readString(here.resolve("previous-release")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
