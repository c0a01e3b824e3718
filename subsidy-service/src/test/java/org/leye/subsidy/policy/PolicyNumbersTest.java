package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law's numbers and dates stand in policy documents and tables: none of them may appear in the Java of this service. */
class PolicyNumbersTest {

    /** Every program has these, and no month limit can be told from them. */
    private static final Set<String> SAY_NOTHING = Set.of("0", "1", "2");

    /** Limits of the house that happen to be a number of some policy too, with what they are. */
    private static final Map<String, String> COINCIDENCES = Map.ofEntries(
            Map.entry("Counting.java: 20", "decisions that a shadow run shows"),
            Map.entry("FactReader.java: 12", "December"),
            Map.entry("FactSchema.java: 2020-12", "draft of JSON Schema"),
            Map.entry("FeelGuard.java: 100", "characters of a refused text that are shown"),
            Map.entry("FeelText.java: 25", "levels of a text"),
            Map.entry("FeelText.java: 6", "steps of a path"),
            Map.entry("GrowthBound.java: 10000", "size of a value"),
            Map.entry("InsuredMonthLine.java: 100000000", "a slip of the pen in a contribution base"),
            Map.entry("InsuredMonthResource.java: 5000", "entries of a page"),
            Map.entry("InsuredMonthTable.java: 3", "position of a column"),
            Map.entry("InsuredMonthTable.java: 4", "position of a column"),
            Map.entry("InsuredMonthTable.java: 5", "position of a column"),
            Map.entry("InsuredMonthTable.java: 6", "position of a column"),
            Map.entry("KieDecisionModel.java: 3", "messages of the engine that are shown"),
            Map.entry("ModelGuard.java: 10", "levels of types"),
            Map.entry("ModelGuard.java: 60", "decisions of a model"),
            Map.entry("ModelXml.java: 20", "levels of elements"),
            Map.entry("Remedies.java: 30", "about the days of a month, to search in steps"),
            Map.entry("Remedies.java: 4", "decimals that a search tries"));

    private static Set<String> numbersOfTheLaw() {
        var documents = PolicyCatalogue.fromResources().documents().stream().map(PolicyDocument::terms);
        var inDocuments = documents.flatMap(terms -> Stream.concat(
                terms.parameters().stream().flatMap(parameter -> values(parameter.value())),
                Stream.of(
                                terms.effectiveFrom(),
                                terms.effectiveTo() == null ? terms.effectiveFrom() : terms.effectiveTo())
                        .flatMap(PolicyNumbersTest::values)));
        var inTables = PolicyFixture.TABLES.all().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> Stream.of(row.value(), row.from()).flatMap(PolicyNumbersTest::values));
        return Stream.concat(inDocuments, inTables)
                .filter(number -> !SAY_NOTHING.contains(number))
                .collect(Collectors.toSet());
    }

    /** The numbers in a value; a date counts with its month and its year, for either may be compared with. */
    private static Stream<String> values(Object value) {
        return switch (value) {
            case Number number -> Stream.of(JavaNumbers.plain(number.toString()));
            case LocalDate date -> values(date.toString());
            case String text when text.matches("[0-9]+(\\.[0-9]+)?") -> Stream.of(JavaNumbers.plain(text));
            case String text
            when text.matches("[0-9]{4}-[0-9]{2}(-[0-9]{2})?") ->
                Stream.of(text, text.substring(0, 7), text.substring(0, 4)).distinct();
            case Map<?, ?> record -> record.values().stream().flatMap(PolicyNumbersTest::values);
            default -> Stream.empty();
        };
    }

    private static List<String> found(String source, Set<String> numbers) {
        return JavaNumbers.in(source).stream().filter(numbers::contains).toList();
    }

    @Test
    void noNumberOrDateOfAPolicyStandsInJava() throws IOException {
        var numbers = numbersOfTheLaw();
        var offences = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                found(Files.readString(file), numbers)
                        .forEach(number -> offences.add(file.getFileName() + ": " + number));
            }
        }
        assertEquals(
                new TreeSet<>(COINCIDENCES.keySet()),
                offences,
                "move the number into a policy document, or tell why it is another; forget what is gone");
    }

    /** One of each kind, so that the scan is known to look for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5000000",
                "0.055",
                "0.9",
                "24",
                "36",
                "720",
                "65",
                "16",
                "3",
                "226000",
                "0.0385",
                "2022-08",
                "2019-12-01",
                "2022-07-31",
                "2022-08-01",
                "2025-01",
                "2021-08-01",
                "2022"
            })
    void theScanKnowsTheNumbersOfTheLaw(String number) {
        assertTrue(numbersOfTheLaw().contains(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "15000 | long a = 15_000L;",
                "15000 | f(15000);",
                "15000 | long a = 0x3A98;",
                "15000 | long fen = 150 * 100;",
                "15000 | long fen = 1.5e4;",
                "15000 | var a = \"15000\";",
                "15000 | var a = \"at most 15000 fen\";",
                "15000 | var url = \"https://leye.org\"; long a = 15000;",
                "15000 | var quote = '\"'; long a = 15000; var other = '\"';",
                "0.9 | new BigDecimal(\"0.90\");",
                "0.9 | double d = .9d;",
                "0.9 | double d = 0.90;",
                "0.9 | var feel = \"base * 0.90\";",
                "36 | if (months > 36) {}",
                "36 | start.plusMonths(36)",
                "36 | Period.parse(\"P36M\")",
                "36 | Integer.parseInt(\"36\")",
                "65 | return age<=65;",
                "2022-08-01 | LocalDate.of(2022, 8, 1)",
                "2022-08-01 | LocalDate.of(2022, Month.AUGUST, 1)",
                "2022-08-01 | LocalDate.of(2022, AUGUST, 1)",
                "2022-08-01 | LocalDate.parse(\"2022-08-01\")",
                "2022-08-01 | var a = \"date '20220801'\";",
                "2022-08 | YearMonth.of(2022, 8)",
                "2022-08 | YearMonth.parse(\"2022-08\")",
                "2022 | if (year >= 2022) {}"
            })
    void aPlantedNumberIsFoundHoweverItIsWritten(String number, String source) {
        assertEquals(List.of(number), found(source, Set.of(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long a = 115000; var b15000 = 150000; x = 10.9; y = 0.36; z = 0.99;",
                "a(); // 15000 and 0.9\n/* 36\n 2022-08-01 */",
                "@Schema(description = \"In fen\", examples = \"15000\") long a",
                "@Schema(examples = {\"15000\", \"36\"}) long a",
                "@Size(min = 36, max = 15000) String name",
                "var pattern = \"[A-Z]{1,36}\"; var sql = \"limit ?36\"; var v = \"v36\";",
                "LocalDate.of(2022, 8, 2); f(2022 - 8); \"12022-08-01\".length();"
            })
    void whatOnlyLooksLikeOneIsNot(String source) {
        assertEquals(List.of(), found(source, Set.of("15000", "0.9", "36", "2022-08-01")));
    }
}
