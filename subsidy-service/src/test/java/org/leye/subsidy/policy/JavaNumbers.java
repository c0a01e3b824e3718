package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers and dates that stand in a Java source, however they are written: {@code 15_000}, {@code 0x3A98}, {@code 150 *
 * 100}, {@code "0.90"}, {@code "P36M"}, {@code LocalDate.of(2022, 8, 1)}. Comments, the examples in the API's description and
 * the lengths of texts decide nothing and are passed over.
 */
final class JavaNumbers {

    private static final Pattern STRING =
            Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])*'");
    private static final Pattern COMMENT = Pattern.compile("(" + STRING + ")|/\\*(?s:.*?)\\*/|//[^\n]*");
    private static final Pattern API_EXAMPLE =
            Pattern.compile("\\bexamples?\\s*=\\s*(\\{[^}]*}|(" + STRING + ")(\\s*\\+\\s*(" + STRING + "))*)");

    private static final Pattern LENGTH = Pattern.compile("@Size\\([^)]*\\)");

    private static final String DIGITS = "[0-9][0-9_]*";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(0[xX][0-9a-fA-F_]+|(" + DIGITS + ")?\\.?"
            + DIGITS + "([eE][+-]?[0-9]+)?)(?=[LldDfF]?(?![\\w.]))");
    private static final Pattern PRODUCT =
            Pattern.compile("(?<![\\w.])(" + DIGITS + ")L?\\s*\\*\\s*(" + DIGITS + ")L?(?![\\w.])");
    private static final Pattern DATE_OF =
            Pattern.compile("\\(\\s*((?:19|20)[0-9]{2})\\s*,\\s*(?:Month\\.)?(\\w+)\\s*(?:,\\s*([0-9]{1,2})\\s*)?\\)");

    private static final Pattern WRITTEN_DATE = Pattern.compile(
            "(?<![0-9])((?:19|20)[0-9]{2})[-/.]?(0[1-9]|1[0-2])(?:[-/.]?(0[1-9]|[12][0-9]|3[01]))?(?![0-9])");

    private static final Pattern WRITTEN_PERIOD = Pattern.compile("P(?:[0-9]+[YMWD])+");
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("(?<![\\w.-])([0-9]+\\.[0-9]+|[0-9]{4,})(?![\\w.-])");

    private JavaNumbers() {}

    static List<String> in(String source) {
        var told = API_EXAMPLE.matcher(COMMENT.matcher(source).replaceAll("$1")).replaceAll(" ");
        var code = LENGTH.matcher(STRING.matcher(told).replaceAll("\"\"")).replaceAll(" ");
        var found = new ArrayList<String>();
        NUMBER.matcher(code)
                .results()
                .map(MatchResult::group)
                .map(JavaNumbers::plain)
                .forEach(found::add);
        PRODUCT.matcher(code).results().map(JavaNumbers::product).forEach(found::add);
        DATE_OF.matcher(code).results().flatMap(JavaNumbers::date).forEach(found::add);
        STRING.matcher(told)
                .results()
                .map(match -> match.group().replaceAll("^(\"\"\"|\"|')|(\"\"\"|\"|')$", ""))
                .flatMap(JavaNumbers::inText)
                .forEach(found::add);
        return found;
    }

    private static Stream<String> inText(String text) {
        if (text.strip().matches("-?[0-9]*\\.?[0-9]+")) {
            return Stream.concat(Stream.of(plain(text.strip().replace("-", ""))), dates(text));
        }
        var numbers = WRITTEN_NUMBER.matcher(text).results().map(match -> plain(match.group()));
        var periods = WRITTEN_PERIOD
                .matcher(text)
                .results()
                .flatMap(period ->
                        Pattern.compile("[0-9]+").matcher(period.group()).results())
                .map(match -> plain(match.group()));
        return Stream.of(numbers, periods, dates(text)).flatMap(each -> each);
    }

    private static Stream<String> dates(String text) {
        return WRITTEN_DATE
                .matcher(text)
                .results()
                .map(match -> written(match.group(1), match.group(2), match.group(3)));
    }

    private static Stream<String> date(MatchResult match) {
        return month(match.group(2)).map(month -> written(match.group(1), month, match.group(3)));
    }

    private static Stream<String> month(String written) {
        return written.matches("[0-9]+")
                ? Stream.of(written)
                : Stream.of(Month.values())
                        .filter(month -> month.name().equals(written))
                        .map(month -> String.valueOf(month.getValue()));
    }

    private static String written(String year, String month, String day) {
        var yearMonth = "%s-%02d".formatted(year, Integer.parseInt(month));
        return day == null ? yearMonth : yearMonth + "-%02d".formatted(Integer.parseInt(day));
    }

    private static String product(MatchResult match) {
        return new BigDecimal(plain(match.group(1)))
                .multiply(new BigDecimal(plain(match.group(2))))
                .toPlainString();
    }

    /** Without what does not change the value: {@code 0.90} is {@code 0.9}. */
    static String plain(String written) {
        var digits = written.replace("_", "");
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            return new BigInteger(digits.substring(2), 16).toString();
        }
        return new BigDecimal(digits).stripTrailingZeros().toPlainString();
    }
}
