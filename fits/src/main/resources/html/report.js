// Shows the numbers of a picture under a mouse, a finger or the arrow keys.
(() => {
  'use strict';
  const SVG = 'http://www.w3.org/2000/svg';
  const REACH = 16; // how near a point must be to be shown, in points of the picture
  const DAY = 864e5;
  const STEPS = 60; // of the arrow keys, over the width of a data area

  const superscript = (text) => [...text].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'['0123456789'.indexOf(c)] || '⁻').join('');

  function number(value) {
    if (typeof value === 'string') return value === 'inf' ? '∞' : '−∞';
    if (value === null) return 'not known';
    const plain = value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5);
    const [digits, power] = (plain ? value.toPrecision(5) : value.toExponential(4)).split('e');
    const short = (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits).replace('-', '−');
    return power ? short + ' × 10' + superscript(power.replace('+', '')) : short;
  }

  const finite = (value) => typeof value === 'number';
  const part = (axis, value) => axis.scale === 'log'
    ? Math.log(value / axis.low) / Math.log(axis.high / axis.low)
    : (value - axis.low) / (axis.high - axis.low);
  const place = (axis, value) => finite(value) ? axis.start + part(axis, value) * (axis.end - axis.start)
    : value === null ? NaN : value === 'inf' ? 1e9 : -1e9;
  function valueAt(axis, at) {
    const t = (at - axis.start) / (axis.end - axis.start);
    return axis.scale === 'log' ? axis.low * (axis.high / axis.low) ** t : axis.low + t * (axis.high - axis.low);
  }
  const holds = (axis, at, slack) => at >= Math.min(axis.start, axis.end) - slack && at <= Math.max(axis.start, axis.end) + slack;
  const limit = (axis, at) => Math.min(Math.max(at, Math.min(axis.start, axis.end)), Math.max(axis.start, axis.end));
  const colour = (mark) => '#' + (mark.style ? mark.style.rgb : 0).toString(16).padStart(6, '0');

  /** The index of the nearest point: along x on a curve that runs one way, else in the plane. -1 if all are far. */
  function nearest(xs, ys, area, at, far) {
    const oneWay = far === undefined && xs.length > 1 && xs.every((x, i) => i === 0 || x >= xs[i - 1]);
    let best = -1;
    let least = oneWay ? REACH : far || REACH;
    for (let i = 0; i < xs.length; i++) {
      const dx = place(area.x, xs[i]) - at.x;
      const distance = oneWay ? Math.abs(dx) : Math.hypot(dx, place(area.y, ys[i]) - at.y);
      if (distance <= least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  class Panel {
    constructor(panel, area, words) {
      Object.assign(this, { panel, area, words });
    }

    word(latex) {
      return this.words[latex] || '';
    }

    value(axis, number_) {
      if (axis.scale === 'names') return this.word(axis.names[Math.round(number_)]);
      if (axis.scale === 'date') return finite(number_) ? new Date(number_ * DAY).toISOString().slice(0, 10) : number(number_);
      return number(number_) + (axis.unit ? ' ' + this.word(axis.unit) : '');
    }

    /** The label of an axis, of 'pull = (measured − predicted)/σ' the left side. */
    name(axis, fallback) {
      return this.word(axis.label).split(' = ')[0] || fallback;
    }

    equation(axis, fallback, number_) {
      const value = this.value(axis, number_);
      return axis.scale === 'names' ? value : this.name(axis, fallback) + (axis.scale === 'date' ? ' ' : ' = ') + value;
    }

    both(x, y) {
      return [this.equation(this.panel.x, 'x', x), this.equation(this.panel.y, 'y', y)].filter(Boolean).join(', ');
    }

    axis(along) {
      return along === 'x' ? this.panel.x : this.panel.y;
    }

    /** What stands at a place of the picture: rows of text, with the points they belong to. */
    read(at) {
      const rows = this.panel.marks.flatMap((mark) => this[mark.mark] ? this[mark.mark](mark, at) : []);
      // a curve may be drawn apart from its band
      return rows.filter((row, i) => !rows.slice(0, i).some((before) => before.html.startsWith(row.html)));
    }

    row(mark, text, x, y) {
      const name = this.word(mark.legend);
      return { colour: colour(mark), html: (name ? name + ': ' : '') + text, x: place(this.area.x, x), y: place(this.area.y, y) };
    }

    curve(mark, at) {
      const i = nearest(mark.x, mark.y, this.area, at);
      if (i < 0) return [];
      let text = this.both(mark.x[i], mark.y[i]);
      if (mark.band) text += ', band ' + number(mark.band.lower[i]) + ' to ' + number(mark.band.upper[i]);
      return [this.row(mark, text, mark.x[i], mark.y[i])];
    }

    points(mark, at) {
      const i = nearest(mark.x, mark.y, this.area, at, REACH);
      if (i < 0) return [];
      const error = (errors) => errors ? ' (+' + number(errors.plus[i]) + ' −' + number(errors.minus[i]) + ')' : '';
      const text = [
        this.equation(this.panel.x, 'x', mark.x[i]) + error(mark.xErrors),
        this.equation(this.panel.y, 'y', mark.y[i]) + error(mark.yErrors),
      ].join(', ');
      return [this.row(mark, text, mark.x[i], mark.y[i])];
    }

    limits(mark, at) {
      const i = nearest(mark.x, mark.y, this.area, at, REACH);
      return i < 0 ? [] : [this.row(mark, this.both(mark.x[i], mark.y[i]), mark.x[i], mark.y[i])];
    }

    region(mark, at) {
      let found = [];
      let least = 2.5 * REACH;
      for (const ring of mark.rings) {
        const i = nearest(ring.x, ring.y, this.area, at, least);
        if (i >= 0) {
          least = Math.hypot(place(this.area.x, ring.x[i]) - at.x, place(this.area.y, ring.y[i]) - at.y);
          found = [this.row(mark, this.both(ring.x[i], ring.y[i]), ring.x[i], ring.y[i])];
        }
      }
      return found;
    }

    intervals(mark, at) {
      const across = mark.along === 'x' ? 'y' : 'x';
      let bar = null;
      let least = REACH;
      for (const candidate of mark.bars) {
        const distance = Math.abs(place(this.area[across], candidate.at) - at[across]);
        if (distance <= least) {
          least = distance;
          bar = candidate;
        }
      }
      if (!bar) return [];
      const along = this.axis(mark.along);
      const legends = this.word(mark.legend).split(', ');
      const named = legends.length === bar.levels.length && legends[0] !== ''; // a legend such as '1σ, 2σ'
      const sets = bar.levels.map((segments, i) => segments.length && (named ? legends[i] + ' ' : '') + segments.map(
        (s) => '[' + this.value(along, s.low) + ', ' + this.value(along, s.high) + ']').join(' ∪ '));
      let text = this.equation(this.axis(across), across, bar.at);
      if (bar.centre !== null) text += ': ' + this.equation(along, mark.along, bar.centre);
      const fromZero = bar.levels.length === 1 && bar.levels[0].every((s) => s.low === 0 || s.high === 0);
      if (sets.some(Boolean) && !fromZero) text += '; ' + sets.filter(Boolean).join('; ');
      const centre = bar.centre === null ? NaN : bar.centre;
      const shown = named ? { ...mark, legend: '' } : mark;
      return [mark.along === 'x' ? this.row(shown, text, centre, bar.at) : this.row(shown, text, bar.at, centre)];
    }

    cells(mark, at) {
      const column = Math.round(valueAt(this.area.x, at.x));
      const line = Math.round(valueAt(this.area.y, at.y));
      const value = mark.rows[line] ? mark.rows[line][column] : undefined;
      if (!finite(value)) return [];
      const text = this.value(this.panel.y, line) + ' and ' + this.value(this.panel.x, column) + ': ' + number(value);
      return [this.row(mark, text, NaN, NaN)];
    }

    line(mark, at, text) {
      const near = Math.abs(place(this.area[mark.along], mark.at) - at[mark.along]) < REACH / 3;
      const row = this.row(mark, text + this.equation(this.axis(mark.along), mark.along, mark.at), NaN, NaN);
      return near ? [row] : [];
    }

    level(mark, at) {
      return this.line(mark, at, mark.label ? this.word(mark.label) + ': ' : '');
    }

    bound(mark, at) {
      return this.line(mark, at, 'allowed ' + (mark.allowed === 'up' || mark.allowed === 'right' ? 'above ' : 'below '));
    }

    span(mark, at) {
      const value = valueAt(this.area[mark.along], at[mark.along]);
      const inside = (mark.from === '-inf' || mark.from <= value) && (mark.to === 'inf' || value <= mark.to);
      const axis = this.axis(mark.along);
      const text = this.name(axis, mark.along) + ' from ' + this.value(axis, mark.from) + ' to ' + this.value(axis, mark.to);
      return inside && mark.legend ? [this.row(mark, text, NaN, NaN)] : [];
    }
  }

  class Picture {
    constructor(figure) {
      this.plot = figure.querySelector('.plot');
      this.svg = this.plot.querySelector('svg');
      this.source = figure.querySelector('script[type="application/json"]');
      this.tip = document.createElement('div');
      this.tip.className = 'tip';
      this.tip.setAttribute('role', 'status');
      this.tip.hidden = true;
      this.plot.append(this.tip);
      this.marks = this.svg.appendChild(document.createElementNS(SVG, 'g'));
      this.marks.setAttribute('class', 'hover');
      const move = (event) => this.show(this.pointer(event));
      this.plot.addEventListener('pointermove', move);
      this.plot.addEventListener('pointerdown', move);
      this.plot.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && this.hide());
      this.plot.addEventListener('keydown', (event) => this.key(event));
      this.plot.addEventListener('focus', () => this.plot.matches(':focus-visible') && this.show(this.start()));
      this.plot.addEventListener('blur', () => this.hide());
      document.addEventListener('pointerdown', (event) => this.plot.contains(event.target) || this.hide());
    }

    get panels() {
      if (!this.read) {
        const data = JSON.parse(this.source.textContent);
        this.read = data.figure.panels.map((panel, i) => new Panel(panel, data.areas[i], data.words));
      }
      return this.read;
    }

    scale() {
      return this.svg.getBoundingClientRect().width / this.svg.viewBox.baseVal.width;
    }

    pointer(event) {
      const box = this.svg.getBoundingClientRect();
      return { x: (event.clientX - box.left) / this.scale(), y: (event.clientY - box.top) / this.scale() };
    }

    start() {
      const { x, y } = this.panels[0].area;
      return this.at || { x: (x.start + x.end) / 2, y: (y.start + y.end) / 2 };
    }

    show(at) {
      const panel = this.panels.find(({ area }) => holds(area.x, at.x, 5) && holds(area.y, at.y, 5));
      if (!panel) {
        this.hide();
        return;
      }
      this.at = { x: limit(panel.area.x, at.x), y: limit(panel.area.y, at.y) };
      this.panel = panel;
      const rows = panel.read(this.at);
      this.draw(panel.area, rows);
      this.write(panel, rows);
    }

    hide() {
      this.tip.hidden = true;
      this.marks.replaceChildren();
    }

    draw(area, rows) {
      const add = (tag, attributes) => {
        const element = document.createElementNS(SVG, tag);
        Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
        this.marks.append(element);
      };
      this.marks.replaceChildren();
      add('line', { x1: this.at.x, x2: this.at.x, y1: area.y.start, y2: area.y.end });
      add('line', { x1: area.x.start, x2: area.x.end, y1: this.at.y, y2: this.at.y });
      for (const row of rows) {
        if (holds(area.x, row.x, 0) && holds(area.y, row.y, 0)) add('circle', { cx: row.x, cy: row.y, r: 2.4, stroke: row.colour });
      }
    }

    write(panel, rows) {
      const { x, y } = panel.area;
      const here = panel.both(valueAt(x, this.at.x), valueAt(y, this.at.y));
      const lines = rows.slice(0, 10).map((row) => '<div><i style="background:' + row.colour + '"></i>' + row.html + '</div>');
      const more = rows.length > 10 ? '<div>… and ' + (rows.length - 10) + ' more</div>' : '';
      this.tip.innerHTML = '<div class="at">' + here + '</div>' + lines.join('') + more;
      this.tip.hidden = false;
      const edge = this.svg.getBoundingClientRect().left - this.plot.getBoundingClientRect().left;
      const left = this.at.x * this.scale() + edge;
      const width = this.tip.offsetWidth;
      const seen = this.plot.parentElement; // scrolls if the picture is wider
      const first = seen.scrollLeft;
      const last = first + Math.min(this.plot.clientWidth, seen.clientWidth) - width;
      const beside = left + 14 > last && left - 14 - width >= first ? left - 14 - width : left + 14;
      this.tip.style.left = Math.max(first, Math.min(beside, last)) + 'px';
      this.tip.style.top = this.at.y * this.scale() + edge + 16 + 'px';
    }

    key(event) {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (event.key === 'Escape') this.hide();
      if (!way) return;
      event.preventDefault();
      const at = this.start();
      const { x, y } = (this.panel || this.panels[0]).area;
      const step = (axis, names) => Math.abs(axis.end - axis.start) / (names ? axis.high - axis.low : event.shiftKey ? 5 * STEPS : STEPS);
      this.show({ x: limit(x, at.x + way[0] * step(x, x.scale === 'names')), y: limit(y, at.y + way[1] * step(y, y.scale === 'names')) });
    }
  }

  document.querySelectorAll('figure.picture').forEach((figure) => new Picture(figure));
})();
