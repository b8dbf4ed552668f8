"""Averages of asymmetric measurements, three rules: value, chi2, +, -. python3 with scipy 1.17.1."""
from scipy.optimize import minimize_scalar, brentq
D=[(1.9,.7,.5),(2.4,.6,.8),(3.1,.5,.4)]
def lv(x): return sum((x-d)**2/(p*m+(p-m)*(x-d)) for d,p,m in D)
def ls(x): return sum((x-d)**2/(2*p*m/(p+m)+(p-m)/(p+m)*(x-d))**2 for d,p,m in D)
def sp(x): return sum(((x-d)/(p if x>d else m))**2 for d,p,m in D)
for f in (lv,ls,sp):
    r=minimize_scalar(f,bounds=(1.5,3.5),method='bounded',options={'xatol':1e-12})
    x=r.x; print(f.__name__, x, r.fun, brentq(lambda t:f(t)-r.fun-1,x,x+.8)-x, x-brentq(lambda t:f(t)-r.fun-1,x-.8,x))
