package org.penguinfit.measurements.exchange.flavio;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.exchange.text.ValueText;
import org.penguinfit.measurements.yaml.FlavioUnits;

/** A result in flavio's units: mass differences of mesons in GeV, without labels of sources. */
final class ToFlavio {
    private ToFlavio() {}

    static PublishedResult of(PublishedResult result) {
        if (result instanceof SingleResult s) {
            boolean converts = converts(s.observable().name(), s.quotation());
            return new SingleResult(
                    s.observable(),
                    known(converts ? s.value().scaled(FlavioUnits.HBAR) : s.value()),
                    converts ? inGev(s.quotation()) : s.quotation(),
                    s.ratio());
        }
        return result instanceof CorrelatedResult block
                ? block(block)
                : FlavioUnits.gridToFlavio((TabulatedResult) result);
    }

    /** Without labels, unequal sides by the default method. */
    private static PublishedValue known(PublishedValue value) {
        return value instanceof AsymmetricValue a
                ? AsymmetricValue.of(a.central(), ValueText.unlabelled(a.uncertainties()))
                : ValueText.withoutLabels(value);
    }

    private static CorrelatedResult block(CorrelatedResult block) {
        int n = block.components().size();
        double[] factor = new double[n];
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Component c = block.components().get(i);
            boolean converts = converts(c.observable().name(), c.quotation());
            factor[i] = converts ? FlavioUnits.HBAR : 1;
            List<Uncertainty> uncertainties = new ArrayList<>();
            for (Uncertainty u : ValueText.unlabelled(c.uncertainties())) {
                uncertainties.add(u.scaled(factor[i]));
            }
            components.add(new Component(
                    c.observable(),
                    c.central() * factor[i],
                    uncertainties,
                    converts ? inGev(c.quotation()) : c.quotation()));
        }
        double[] covariance = block.covariance().toRowMajor();
        for (int k = 0; k < n * n; k++) {
            covariance[k] *= factor[Math.min(k / n, k % n)];
            covariance[k] *= factor[Math.max(k / n, k % n)];
        }
        return new CorrelatedResult(components, Covariance.of(n, covariance), block.quotation());
    }

    private static boolean converts(String observable, Quotation quotation) {
        return FlavioUnits.differs(observable) && !quotation.unit().equals("GeV");
    }

    /** The words of flavio's own file again, if it came from there. */
    private static Quotation inGev(Quotation q) {
        double scale = q.scale() == FlavioUnits.GEV_TO_INVERSE_PS ? 1 : q.scale() * FlavioUnits.HBAR;
        return new Quotation(q.text(), "GeV", scale, q.location());
    }
}
