package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.core.region.Cut;
import org.penguinfit.core.region.CutSpace;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.likelihoods.expression.PredictionVector;

/**
 * What a scan computes at each point: some outputs, then the predictions that are cut on.
 *
 * @param parameters what is varied
 * @param outputs names of predictions or parameters, in order
 * @param cuts on the outputs behind them
 * @param sources of each output: index of a parameter, or −1 − index of a prediction
 * @param vector the predictions
 */
record PointModel(
        List<FreeParameter> parameters,
        List<String> outputs,
        List<Cut> cuts,
        List<Integer> sources,
        PredictionVector vector) {
    /** The model of a task; nuisance parameters stay at their central values. */
    static PointModel of(ResolvedTask task, List<String> outputs, Map<String, Bounds> cuts) {
        List<String> names = new ArrayList<>();
        List<String> theoryNames = new ArrayList<>();
        for (FreeParameter parameter : task.interest()) {
            names.add(parameter.name());
            theoryNames.add(parameter.theoryName());
        }
        List<String> all = new ArrayList<>(outputs);
        List<Cut> onOutputs = new ArrayList<>();
        for (Map.Entry<String, Bounds> cut : cuts.entrySet()) {
            Bounds range = cut.getValue();
            onOutputs.add(new Cut(all.size(), range.lower(), range.upper()));
            all.add(cut.getKey());
        }
        List<String> predictions = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        for (String output : all) {
            int parameter = names.indexOf(output);
            sources.add(parameter >= 0 ? parameter : -1 - predictions.size());
            if (parameter < 0) {
                predictions.add(output);
            }
        }
        return new PointModel(
                task.interest(),
                List.copyOf(outputs),
                List.copyOf(onOutputs),
                List.copyOf(sources),
                task.theory().bind(predictions, theoryNames, task.fixed()));
    }

    /** Ranges of the parameters. */
    List<Bounds> box() {
        List<Bounds> box = new ArrayList<>();
        for (FreeParameter parameter : parameters) {
            box.add(parameter.bounds());
        }
        return box;
    }

    /** The points that pass. */
    CutSpace space() {
        return new CutSpace(box(), cuts);
    }

    /** The function, for one thread. */
    PredictionFunction function() {
        PredictionVector.Evaluator evaluator = vector.evaluator();
        double[] predicted =
                new double[(int) sources.stream().filter(s -> s < 0).count()];
        int[] from = sources.stream().mapToInt(Integer::intValue).toArray();
        return new PredictionFunction() {
            @Override
            public int size() {
                return from.length;
            }

            @Override
            public void evaluate(double[] theta, double[] predictions) {
                evaluator.values(theta, predicted);
                for (int k = 0; k < from.length; k++) {
                    predictions[k] = from[k] >= 0 ? theta[from[k]] : predicted[-1 - from[k]];
                }
            }
        };
    }
}
