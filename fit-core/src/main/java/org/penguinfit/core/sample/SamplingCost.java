package org.penguinfit.core.sample;

/**
 * How the chains went after their warm-up.
 *
 * @param acceptance mean acceptance, in [0, 1]: of trajectory points for Hamiltonian chains, of moves for ensembles
 * @param divergences number of trajectories that diverged; 0 for ensembles
 * @param evaluations evaluations of the posterior
 * @param jumps accepted jumps between modes
 */
public record SamplingCost(double acceptance, long divergences, long evaluations, long jumps) {}
