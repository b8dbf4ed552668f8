package org.penguinfit.fits.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.penguinfit.core.contour.Contour;
import org.penguinfit.core.contour.ContourSearch;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.core.profile.ProfileLikelihood;
import org.penguinfit.core.toy.FeldmanCousins;
import org.penguinfit.core.toy.ToySettings;
import org.penguinfit.core.toy.ToyStudy;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.LikelihoodModel;
import org.penguinfit.likelihoods.ParameterConstraint;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.term.GaussianTerm;

/** The program of docs/library.md, which shows the part between the marks. */
final class LibraryExample {
    private LibraryExample() {}

    static List<String> run() {
        List<String> lines = new ArrayList<>();
        // begin of the example
        // A rate c² (1 + 0.1 ν) with a nuisance parameter ν = 0 ± 1, measured as 4 ± 1.
        ParameterSet parameters = ParameterSet.of(
                List.of(new Parameter("c", 1, new Bounds(-5, 5)), new Parameter("nu", 0, new Bounds(-5, 5))));
        SparsePolynomial rate =
                SparsePolynomial.builder().add(1, 0, 0).add(0.1, 0, 0, 1).build();
        Likelihood likelihood = Likelihood.of(
                parameters,
                PolynomialPredictions.of(2, List.of(rate)),
                List.of(BoundTerm.of("experiment", List.of("rate"), List.of(0), new GaussianTerm(4, 1))),
                List.of(new ParameterConstraint(1, 0, 1)));
        ParallelWork work = ParallelWork.on(2);

        // All minima.
        List<Vector> minima = new ArrayList<>();
        for (Minimum minimum : MultiStart.of(16)
                .search(likelihood::objective, List.of(Vector.of(parameters.start())), parameters.bounds())
                .minima()) {
            minima.add(minimum.point());
            lines.add(String.format(
                    Locale.ROOT,
                    "c = %.4f ± %.4f",
                    minimum.point().get(0),
                    minimum.uncertainty(0).orElseThrow()));
        }

        // The profile likelihood of c: its 68.27 % set has two pieces.
        ConfidenceLevel level = ConfidenceLevel.ofSigmas(1);
        ProfileCurve profile = ProfileLikelihood.standard()
                .profiles(
                        likelihood::objective,
                        parameters,
                        new TreeMap<>(Map.of(0, new Interval(-5, 5))),
                        minima,
                        List.of(DeltaChiSquare.threshold(level, 1)),
                        work,
                        "profile")
                .of(0);
        for (Interval piece : profile.intervals().get(0).segments()) {
            lines.add(String.format(Locale.ROOT, "profile: [%.4f, %.4f]", piece.lower(), piece.upper()));
        }

        // The 95 % region of c and ν: two islands.
        Contour contour = ContourSearch.standard()
                .search(
                        likelihood::objective,
                        parameters.bounds(),
                        0,
                        1,
                        minima,
                        ContourSearch.delta(ConfidenceLevel.of(0.95)),
                        work,
                        "contour");
        lines.add("contour: " + contour.curves().size() + " closed curves");

        // Toys: goodness of fit and a Feldman–Cousins set, the same for any number of threads.
        ToySettings toys = ToySettings.of(1000, 2021).withWork(work).withStarts(minima);
        LikelihoodModel model = LikelihoodModel.of(likelihood);
        double p = new ToyStudy(model, toys)
                .goodnessOfFit("goodness of fit")
                .pValue()
                .value();
        lines.add(String.format(Locale.ROOT, "p-value of a perfect fit: %.2f", p));
        int pieces = new FeldmanCousins(model, toys)
                .curve("Feldman-Cousins", 0, new Interval(-5, 5), 21, List.of(level), 2)
                .set(level)
                .segments()
                .size();
        lines.add("Feldman–Cousins: " + pieces + " pieces");
        // end of the example
        return lines;
    }
}
