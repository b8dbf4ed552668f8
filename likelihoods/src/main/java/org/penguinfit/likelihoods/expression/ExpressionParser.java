package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression.Comparison;
import org.penguinfit.likelihoods.expression.Expression.Condition;
import org.penguinfit.likelihoods.expression.Expression.Index;
import org.penguinfit.likelihoods.expression.Expression.IndexRange;
import org.penguinfit.likelihoods.expression.Expression.Operand;
import org.penguinfit.likelihoods.expression.Token.Kind;

/**
 * Reads a formula by recursive descent:
 *
 * <pre>
 * formula  = product { ("+" | "-") product }
 * product  = signed { ("*" | "/") signed }
 * signed   = ("-" | "+") signed | power
 * power    = atom [ "^" signed ]                  right-associative, tighter than a sign: -2^2 = -4
 * atom     = number | name [ "[" index {"," index} "]" ] | name "(" formula {"," formula} ")"
 *          | quoted observable | "(" formula ")" | sum
 * sum      = "sum(" range {"," range} [ "if" condition {"and" condition} ] ":" formula ")"
 * range    = variable "in" set;   condition = index ("==" | "!=" | "&lt;" | "&gt;") index
 * </pre>
 */
public final class ExpressionParser {
    /** Nesting of parentheses, functions, signs and powers; guards the stack, far above what a formula needs. */
    public static final int MAX_DEPTH = 200;

    private final Lexer lexer;
    private int depth;

    private ExpressionParser(String text) throws SyntaxError {
        this.lexer = new Lexer(text);
    }

    /**
     * Parses a formula.
     *
     * @param problems takes the first syntax error
     * @return the expression, or null if there is an error
     */
    public static @Nullable Expression parse(String text, Consumer<ExpressionProblem> problems) {
        try {
            return new ExpressionParser(text).whole();
        } catch (SyntaxError e) {
            problems.accept(e.problem());
            return null;
        }
    }

    /** True if a text is a plain name: a letter or underscore, then letters, digits and underscores. */
    public static boolean isName(String text) {
        if (text.isEmpty() || !Lexer.startsName(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Lexer.continuesName(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** True if a plain name has a meaning of its own in formulas: functions, {@code pi}, {@code in}, {@code if}, {@code and}. */
    public static boolean isReserved(String name) {
        return name.equals("pi")
                || name.equals("in")
                || name.equals("if")
                || name.equals("and")
                || Function.names().contains(name);
    }

    private Expression whole() throws SyntaxError {
        if (lexer.peek().kind() == Kind.END) {
            throw new SyntaxError(0, "expression is empty", "", "write a formula such as 2*x + 1");
        }
        Expression expression = formula();
        Token rest = lexer.peek();
        if (rest.kind() != Kind.END) {
            throw unexpected(rest);
        }
        return expression;
    }

    /** What to say about a token where an operator or the end should stand. */
    private static SyntaxError unexpected(Token token) {
        if (token.is(")") || token.is("]")) {
            String opening = token.is(")") ? "'('" : "'['";
            return new SyntaxError(
                    token.offset(), token.describe() + " closes nothing", "", "remove it or add " + opening);
        }
        if (token.is("<") || token.is(">") || token.is("==") || token.is("!=")) {
            return new SyntaxError(
                    token.offset(), "a comparison may stand only in the condition of a sum", token.describe(), "");
        }
        String remedy = token.is("[") || token.kind() == Kind.SYMBOL ? "" : "write '*' for a product";
        return new SyntaxError(token.offset(), "an operator must stand here", token.describe(), remedy);
    }

    private Expression formula() throws SyntaxError {
        Expression first = product();
        Token operator = lexer.peek();
        if (!operator.is("+") && !operator.is("-")) {
            return first;
        }
        List<Operand> operands = new ArrayList<>();
        operands.add(new Operand(false, first));
        while (lexer.peek().is("+") || lexer.peek().is("-")) {
            boolean inverse = lexer.take().is("-");
            operands.add(new Operand(inverse, product()));
        }
        return new Expression.Addition(operator.offset(), operands);
    }

    private Expression product() throws SyntaxError {
        Expression first = signed();
        Token operator = lexer.peek();
        if (!operator.is("*") && !operator.is("/")) {
            return first;
        }
        List<Operand> operands = new ArrayList<>();
        operands.add(new Operand(false, first));
        while (lexer.peek().is("*") || lexer.peek().is("/")) {
            boolean inverse = lexer.take().is("/");
            operands.add(new Operand(inverse, signed()));
        }
        return new Expression.Product(operator.offset(), operands);
    }

    private Expression signed() throws SyntaxError {
        Token token = lexer.peek();
        if (++depth > MAX_DEPTH) {
            throw new SyntaxError(
                    token.offset(),
                    "nesting must not be deeper than " + MAX_DEPTH,
                    "a deeper one",
                    "move a part into 'definitions'");
        }
        Expression result;
        if (token.is("-")) {
            lexer.take();
            result = new Expression.Negation(token.offset(), signed());
        } else if (token.is("+")) {
            lexer.take();
            result = signed();
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private Expression power() throws SyntaxError {
        Expression base = atom();
        Token operator = lexer.peek();
        if (!operator.is("^")) {
            return base;
        }
        lexer.take();
        return new Expression.Power(operator.offset(), base, signed());
    }

    private Expression atom() throws SyntaxError {
        Token token = lexer.peek();
        switch (token.kind()) {
            case NUMBER -> {
                lexer.take();
                return new Expression.Literal(token.offset(), token.value());
            }
            case QUOTED -> {
                lexer.take();
                return new Expression.Name(token.offset(), token.text(), List.of(), true);
            }
            case NAME -> {
                lexer.take();
                return named(token);
            }
            case END ->
                throw new SyntaxError(token.offset(), "expression ends too early", "", "add a number, a name or '('");
            default -> {
                if (!token.is("(")) {
                    throw new SyntaxError(
                            token.offset(), "a number, a name or '(' must stand here", token.describe(), "");
                }
                lexer.take();
                Expression inner = formula();
                close(token, ")");
                return inner;
            }
        }
    }

    private Expression named(Token name) throws SyntaxError {
        Token bracket = lexer.peek();
        if (bracket.is("(")) {
            lexer.take();
            return name.isWord("sum") ? sum(name, bracket) : call(name, bracket);
        }
        if (!bracket.is("[")) {
            return new Expression.Name(name.offset(), name.text(), List.of(), false);
        }
        lexer.take();
        List<Index> indices = new ArrayList<>();
        do {
            indices.add(index());
        } while (lexer.takeIf(","));
        close(bracket, "]");
        return new Expression.Name(name.offset(), name.text(), indices, false);
    }

    private Expression call(Token name, Token bracket) throws SyntaxError {
        List<Expression> arguments = new ArrayList<>();
        if (!lexer.peek().is(")")) {
            do {
                arguments.add(formula());
            } while (lexer.takeIf(","));
        }
        close(bracket, ")");
        return new Expression.Call(name.offset(), name.text(), arguments);
    }

    private Expression sum(Token name, Token bracket) throws SyntaxError {
        List<IndexRange> ranges = new ArrayList<>();
        do {
            ranges.add(range());
        } while (lexer.takeIf(","));
        List<Condition> conditions = new ArrayList<>();
        if (lexer.peek().isWord("if")) {
            do {
                lexer.take();
                conditions.add(condition());
            } while (lexer.peek().isWord("and"));
        }
        if (!lexer.takeIf(":")) {
            throw new SyntaxError(
                    lexer.peek().offset(),
                    "':' must stand before what is summed",
                    lexer.peek().describe(),
                    "write sum(i in nu: …)");
        }
        Expression body = formula();
        close(bracket, ")");
        return new Expression.Sum(name.offset(), ranges, conditions, body);
    }

    private IndexRange range() throws SyntaxError {
        Index variable = index();
        if (!lexer.peek().isWord("in")) {
            throw new SyntaxError(
                    lexer.peek().offset(),
                    "'in' must stand behind the index",
                    lexer.peek().describe(),
                    "write sum(i in nu: …)");
        }
        lexer.take();
        Index set = index();
        return new IndexRange(variable.offset(), variable.name(), set.offset(), set.name());
    }

    private Condition condition() throws SyntaxError {
        Index left = index();
        Token operator = lexer.peek();
        Comparison comparison;
        if (operator.is("==")) {
            comparison = Comparison.EQUAL;
        } else if (operator.is("!=")) {
            comparison = Comparison.DIFFERENT;
        } else if (operator.is("<")) {
            comparison = Comparison.BEFORE;
        } else if (operator.is(">")) {
            comparison = Comparison.AFTER;
        } else {
            throw new SyntaxError(operator.offset(), "one of == != < > must stand here", operator.describe(), "");
        }
        lexer.take();
        return new Condition(left, comparison, index());
    }

    private Index index() throws SyntaxError {
        Token token = lexer.peek();
        if (token.kind() != Kind.NAME) {
            throw new SyntaxError(
                    token.offset(), "an index must be a name", token.describe(), "such as i, or a flavour such as tau");
        }
        lexer.take();
        return new Index(token.offset(), token.text());
    }

    private void close(Token opening, String closing) throws SyntaxError {
        Token token = lexer.peek();
        if (token.is(closing)) {
            lexer.take();
        } else if (token.kind() == Kind.END) {
            throw new SyntaxError(
                    opening.offset(), opening.describe() + " is never closed", "", "add '" + closing + "'");
        } else {
            throw unexpected(token);
        }
    }

    /**
     * Parses the left side of a declaration, such as {@code total[i in nu, j in nu]} or {@code CL[tau, tau]}.
     *
     * @param problems takes the first syntax error
     * @return name and indices, or null if there is an error
     */
    public static @Nullable DeclaredName parseDeclaration(String text, Consumer<ExpressionProblem> problems) {
        try {
            return new ExpressionParser(text).declaration();
        } catch (SyntaxError e) {
            problems.accept(e.problem());
            return null;
        }
    }

    private DeclaredName declaration() throws SyntaxError {
        Token name = lexer.peek();
        if (name.kind() != Kind.NAME) {
            throw new SyntaxError(name.offset(), "a name must start with a letter", name.describe(), "");
        }
        lexer.take();
        List<DeclaredName.Slot> slots = new ArrayList<>();
        Token bracket = lexer.peek();
        if (lexer.takeIf("[")) {
            do {
                slots.add(slot());
            } while (lexer.takeIf(","));
            close(bracket, "]");
        }
        if (lexer.peek().kind() != Kind.END) {
            throw new SyntaxError(
                    lexer.peek().offset(),
                    "a declaration must be a name, with its indices in [ ] if it has any",
                    lexer.peek().describe(),
                    "such as total[i in nu, j in nu]");
        }
        return new DeclaredName(name.text(), slots);
    }

    private DeclaredName.Slot slot() throws SyntaxError {
        Index index = index();
        if (!lexer.peek().isWord("in")) {
            return new DeclaredName.Slot(index.offset(), index.name(), "");
        }
        lexer.take();
        return new DeclaredName.Slot(index.offset(), index.name(), index().name());
    }
}
