// The parts of ECharts that our charts use, and no others: a chunk of its own, loaded by echarts.js when it is needed.
// SVG stays sharp on paper and on a projector, and its text can be selected.
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, AriaComponent, GridComponent, TitleComponent, TooltipComponent, SVGRenderer]);

export { init } from 'echarts/core';
