package org.leye.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.StateFolder;
import org.leye.local.journey.WorkerComes;
import org.leye.local.process.LastDuty;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteListener;
import org.leye.local.suite.SuiteSettings;
import org.leye.platform.identity.PersonKeys;

import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One suite for all stories of a run, with a state folder and ports of its own; stopped and deleted at the end. */
public class RunningSuite implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(RunningSuite.class);

    /** What stories talk to. */
    public record Stage(Suite suite, StateFolder state, LastDuty cleanUp) implements AutoCloseable {

        public String gateway() {
            return suite.url(Part.GATEWAY).toString();
        }

        public PersonKeys personKeys() {
            return PersonKeys.of(Base64.getDecoder().decode(state.secrets().pepper()));
        }

        public WorkerComes newStory() {
            return new WorkerComes(
                    gateway(),
                    suite.tokens(),
                    personKeys(),
                    suite.clock(),
                    (who, what, came) -> System.out.printf("%-10s %s -> %s%n", who, what, came));
        }

        /**
         * After a change of the issuer's keys: tokens of before may be good no more, and each service hears of a new key by the first
         * token that names it, which it answers 401.
         */
        public void awaitTrust() {
            suite.tokens().forgetAll();
            var token = suite.tokens().token("COUNTY");
            for (var part : Part.domainServices()) {
                var address = suite.url(part) + "/" + part.name().toLowerCase(Locale.ROOT) + "/v1/business-clock";
                awaitTaken(token, address);
                awaitTaken(token, address.replace(suite.url(part).toString(), gateway()));
            }
        }

        private static void awaitTaken(String token, String address) {
            Awaitility.await(address)
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> RestAssured.given()
                                    .auth()
                                    .oauth2(token)
                                    .get(address)
                                    .statusCode()
                            == 200);
        }

        public void restart() {
            suite.stop(Told.ON_STDOUT);
            suite.start(Told.ON_STDOUT);
        }

        @Override
        public void close() {
            suite.stop(Told.ON_STDOUT);
            cleanUp.close();
        }
    }

    private enum Told implements SuiteListener {
        ON_STDOUT;

        @Override
        public void ready(Part part, Duration took) {
            System.out.printf("%s ready after %.1f s%n", part.label(), took.toMillis() / 1000.0);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        stage(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stage(context);
    }

    private static Stage stage(ExtensionContext context) {
        return context.getRoot().getStore(STORE).computeIfAbsent("stage", key -> start(), Stage.class);
    }

    private static Stage start() {
        var project = ProjectFolder.find();
        var state = new StateFolder(newFolder());
        var settings = shortLived(SuiteSettings.of(project, state, Ports.free()));
        var suite = Suite.of(settings);
        var cleanUp = LastDuty.of(suite::discard);
        suite.start(Told.ON_STDOUT);
        return new Stage(suite, state, cleanUp);
    }

    /** Services that live for minutes earn nothing by the best machine code, whose making costs them much of their time. */
    static SuiteSettings shortLived(SuiteSettings settings) {
        return settings.unpackedIn(ProjectFolder.find().path().resolve("end-to-end-tests/target/parts"))
                .told("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("leye-stories");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
