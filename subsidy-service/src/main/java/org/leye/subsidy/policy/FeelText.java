package org.leye.subsidy.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.leye.platform.problem.ProblemException;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.codegen.feel11.ProcessedExpression;
import org.kie.dmn.feel.codegen.feel11.ProcessedUnaryTest;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.impl.CompilerContextImpl;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Lexer;

/**
 * Parses one FEEL text as the engine itself will. The size is checked on tokens first: the engine's parser recurses, and a
 * deep text overflows the stack of a worker thread.
 */
final class FeelText {

    private static final int LONGEST = 4_000;
    private static final int MOST_TOKENS = 400;
    private static final int DEEPEST = 25;
    private static final int MOST_STEPS = 6;

    /** Refused by their mere presence, however the rest of the text parses. */
    private static final Set<String> FORBIDDEN =
            Set.of("function", "external", "for", "some", "every", "satisfies", "return", "instance");

    private FeelText() {}

    /** The tree of an expression. Refuses with MODEL_REFUSED. */
    static BaseNode expression(String text, Set<String> names) {
        measure(text);
        return parsed(text, () -> new Expression(text, scope(names)).tree());
    }

    /** The tree of the tests in a cell or in allowed values. Refuses with MODEL_REFUSED. */
    static BaseNode tests(String text, Set<String> names) {
        measure(text);
        return parsed(text, () -> new Tests(text, scope(names)).tree());
    }

    private static void measure(String text) {
        if (text.length() > LONGEST) {
            throw FeelGuard.refused("text of " + text.length() + " characters");
        }
        var lexer = new FEEL_1_1Lexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        int tokens = 0;
        int depth = 0;
        int steps = 0;
        for (var token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            var word = token.getText();
            tokens++;
            depth = Math.max(0, depth + nesting(word));
            steps = word.equals(".") ? steps + 1 : token.getType() == FEEL_1_1Lexer.Identifier ? steps : 0;
            if (tokens > MOST_TOKENS || depth > DEEPEST || steps > MOST_STEPS) {
                throw FeelGuard.refused("text of more than " + MOST_TOKENS + " words, " + DEEPEST + " levels or "
                        + MOST_STEPS + " steps of a path");
            }
            if (FORBIDDEN.contains(word)) {
                throw FeelGuard.refused(word);
            }
        }
    }

    /** Keywords that open a level close none: chains of them nest, and the parser's time grows with each. */
    private static int nesting(String token) {
        return switch (token) {
            case "(", "[", "{", "if", "in", "between" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
    }

    private static CompilerContext scope(Set<String> names) {
        var context = new CompilerContextImpl(new FEELEventListenersManager());
        names.forEach(name -> context.addInputVariableType(name, BuiltInType.UNKNOWN));
        return context.addInputVariableType("?", BuiltInType.UNKNOWN);
    }

    /** The engine's parser stumbles over some texts that are not FEEL, such as {@code (1, 1)}, with exceptions of its own. */
    private static BaseNode parsed(String text, Supplier<BaseNode> parser) {
        try {
            return parser.get();
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (RuntimeException stumbled) {
            throw unreadable(text);
        }
    }

    private static ProblemException unreadable(String text) {
        return FeelGuard.refused("text that does not parse: " + text.strip());
    }

    private static BaseNode whole(@Nullable BaseNode tree, boolean error, String text) {
        if (tree == null || error) {
            throw unreadable(text);
        }
        return tree;
    }

    private static final class Expression extends ProcessedExpression {

        private Expression(String text, CompilerContext context) {
            super(text, context, DefaultMode.Interpreted, List.of());
        }

        private BaseNode tree() {
            return whole(ast, errorListener.isError(), expression);
        }
    }

    private static final class Tests extends ProcessedUnaryTest {

        private Tests(String text, CompilerContext context) {
            super(text, context, List.of());
        }

        private BaseNode tree() {
            return whole(ast, errorListener.isError(), expression);
        }
    }
}
