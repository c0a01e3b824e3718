package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The law's numbers stand in policy documents: none of them may appear in the Java of this service. */
class PolicyNumbersTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[0-9][0-9_]*(\\.[0-9]+)?(?=[LldDfF]?\\b)");

    /** An example in the API's description decides nothing. */
    private static final String API_EXAMPLE = "\\bexamples?\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")";

    /** Limits of the house that happen to be an amount of some policy too. */
    private static final Set<String> COINCIDENCES = Set.of(
            "InsuredMonthLine.java: 100000000",
            "InsuredMonthResource.java: 5000",
            "GrowthBound.java: 10000",
            "BankResult.java: 10000");

    private static Set<String> numbersOfTheLaw() {
        return PolicyCatalogue.fromResources().documents().stream()
                .flatMap(policy -> policy.terms().parameters().stream())
                .filter(parameter ->
                        parameter.unit() == PolicyParameter.Unit.FEN || parameter.unit() == PolicyParameter.Unit.RATE)
                .map(parameter -> parameter.value().toString())
                .filter(value -> value.length() > 2)
                .collect(Collectors.toSet());
    }

    private static List<String> found(String source, Set<String> numbers) {
        var code =
                source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "").replaceAll(API_EXAMPLE, "");
        return NUMBER.matcher(code)
                .results()
                .map(match -> match.group().replace("_", ""))
                .filter(numbers::contains)
                .toList();
    }

    @Test
    void noAmountRateOrCapOfAPolicyStandsInJava() throws IOException {
        var numbers = numbersOfTheLaw();
        assertTrue(numbers.contains("5000000"), "the scan knows the cap of the broker reward");
        var offences = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                found(Files.readString(file), numbers)
                        .forEach(number -> offences.add(file.getFileName() + ": " + number));
            }
        }
        offences.removeAll(COINCIDENCES);
        assertEquals(List.of(), offences);
    }

    @Test
    void theScanCatchesAmountsHoweverTheyAreWritten() {
        var numbers = Set.of("15000", "0.55");
        assertEquals(
                List.of("15000", "15000", "0.55", "0.55"),
                found("long a = 15_000L; f(15000); new BigDecimal(\"0.55\"); double d = 0.55d; // 15000", numbers));
        assertEquals(List.of(), found("long a = 115000; var b15000 = 150000; x = 10.55;", numbers));
        assertEquals(List.of(), found("@Schema(description = \"In fen\", examples = \"15000\") long a", numbers));
    }
}
