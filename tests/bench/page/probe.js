// Runs in the page before anything else of it: watches the thread, the grid and the board.
(() => {
  const tasks = [];
  const beats = [];
  const measures = [];
  const inputs = [];

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, time: duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name.startsWith('kontor:')) measures.push({ name, start: startTime, time: duration });
    }
  }).observe({ type: 'measure', buffered: true });
  for (const type of ['click', 'change', 'input', 'keydown']) {
    addEventListener(type, () => inputs.push({ type, at: performance.now() }), { capture: true });
  }

  // What the observer above does not see: pauses below 50 ms.
  const BEAT = 5;
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    if (now - last > 2 * BEAT) beats.push({ start: last + BEAT, time: now - last - BEAT });
    last = now;
    setTimeout(beat, BEAT);
  };
  beat();

  // Asks after each frame has been painted until the answer is yes; resolves with the time.
  const painted = (isDone) =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      const frame = () => requestAnimationFrame(() => channel.port2.postMessage(0));
      channel.port1.onmessage = () => (isDone() ? resolve(performance.now()) : frame());
      frame();
    });

  const grid = () => document.querySelector('[role="grid"]');

  const scrollerOf = (element) => {
    const around = [element, ...element.querySelectorAll('*')];
    for (let outer = element.parentElement; outer; outer = outer.parentElement) around.push(outer);
    return around
      .filter((one) => one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY))
      .sort((one, other) => other.scrollHeight - one.scrollHeight)[0];
  };

  // Whether every visible line of the grid shows a row with something in it.
  const isFilled = (element, scroller) => {
    const area = scroller.getBoundingClientRect();
    const heading = element.querySelector('[role="columnheader"]');
    let reached = Math.max(area.top, heading ? heading.getBoundingClientRect().bottom : area.top);
    const bottom = Math.min(area.bottom, innerHeight);
    const rows = [];
    for (const row of element.querySelectorAll('[role="row"]')) {
      if (!row.querySelector('[role="gridcell"]')) continue;
      const { top, bottom: end, height } = row.getBoundingClientRect();
      if (height > 0 && end > reached && top < bottom) rows.push({ top, end, row });
    }
    rows.sort((one, other) => one.top - other.top);
    for (const { top, end, row } of rows) {
      if (top > reached + 1) return false;
      const cells = [...row.querySelectorAll('[role="gridcell"]')];
      if (!cells.some((cell) => cell.textContent.trim() !== '')) return false;
      reached = Math.max(reached, end);
    }
    // A horizontal scrollbar may hide the last pixels.
    return rows.length > 0 && reached >= bottom - 18;
  };

  const hasRows = (count) => {
    const element = grid();
    if (!element || element.getAttribute('aria-rowcount') !== String(count + 1)) return false;
    const scroller = scrollerOf(element);
    return scroller ? isFilled(element, scroller) : element.querySelectorAll('[role="gridcell"]').length > 0;
  };

  const sums = () =>
    [...document.querySelectorAll('[data-group]')]
      .map(({ dataset }) => `${dataset.group}:${dataset.count}:${dataset.revenue}`)
      .join('|');

  window.bench = {
    tasks,
    beats,
    measures,
    inputs,
    painted,
    grid,
    hasRows,
    sums,

    // The longest block between two times: the longest task, or the longest pause where no task reached 50 ms.
    longestBlock(from, to) {
      const within = (list) => list.filter(({ start, time }) => start + time > from && start < to);
      const longest = (list) => Math.max(0, ...within(list).map(({ time }) => time));
      return longest(tasks) || Math.min(longest(beats), 50);
    },

    // Scrolls down step by step, one a frame; the intervals between frames and the frames that showed a blank row.
    async scroll(steps, distance) {
      const element = grid();
      const scroller = scrollerOf(element);
      const intervals = [];
      let blanks = 0;
      let before;
      const channel = new MessageChannel();
      await new Promise((resolve) => {
        let step = 0;
        channel.port1.onmessage = () => {
          if (!isFilled(element, scroller)) blanks += 1;
          if (step === steps) resolve();
        };
        const frame = (now) => {
          if (before !== undefined) intervals.push(now - before);
          before = now;
          step += 1;
          scroller.scrollTop += distance;
          channel.port2.postMessage(0);
          if (step < steps) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
      const moved = scroller.scrollTop;
      scroller.scrollTop = 0;
      return { intervals, blanks, moved };
    },

    // When the board's sums next change. Not painted: changed in the document.
    sumsChange() {
      const old = sums();
      return new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (sums() === old) return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      });
    },

    lastInput(type) {
      return inputs.filter((input) => input.type === type).at(-1)?.at;
    },
  };
})();
