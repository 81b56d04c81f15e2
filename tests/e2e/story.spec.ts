import { type Browser, expect, type Page, test } from '@playwright/test';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { expectStage, give, giveBeside } from './incident-page';
import { openAs } from './people';
import { findPost } from './posts';
import { advanceClock } from './product';
import { newMark } from './rest';

const UNIT = '安全与后勤股';

const BODY = `【已知事实】
网帖反映的情况我们已经看到。
【正在核实】
安全与后勤股正在逐项核实。
【已采取措施】
已派人到现场，当晚恢复照明。
【下次更新时间】
明日 17:00 前。
【联系方式】
0900-5551001`;

/** Opens the incident as somebody, does what they do, and leaves. */
async function visit(
  browser: Browser,
  username: string,
  path: string,
  act: (page: Page) => Promise<void>,
  width = 1280,
): Promise<void> {
  const { context, page } = await openAs(browser, username, { width });
  await page.goto(path);
  await act(page);
  await context.close();
}

test('from a found post through all six stages to closed, and verified', async ({ browser }) => {
  test.setTimeout(240_000);
  const post = findPost();
  const title = `网帖反映情况 ${newMark()}`;
  const wording = `关于网帖的情况说明 ${newMark()}`;
  let path = '';
  let number = '';
  const as = (username: string, act: (page: Page) => Promise<void>) =>
    visit(browser, username, path, act);

  await test.step('the officer logs the post and reports it', async () => {
    await visit(browser, 'officer', '/incidents/new', async (page) => {
      const logAndReport = page.getByRole('button', { name: '记下并报告' });
      await expect(logAndReport).toBeEnabled();
      await page.getByRole('textbox', { name: '链接或内容' }).fill(`${post.url} ${post.text}`);
      await page.getByRole('textbox', { name: '标题', exact: true }).fill(title);
      await page.getByRole('combobox', { name: '涉及单位' }).fill(UNIT);
      await page.getByRole('combobox', { name: '平台' }).selectOption({ label: '微博' });
      await page.getByLabel('发布时间').fill(toDateTimeLocal(post.publishedAt));
      await page.getByRole('textbox', { name: '转发' }).fill(String(post.reposts));
      await page.getByRole('combobox', { name: '已电话报告谁' }).fill('县政府办 蒋望岳');
      await page.getByRole('combobox', { name: '报告对象' }).selectOption({ label: '上级单位' });
      await logAndReport.click();
      await expect(page.getByRole('heading', { level: 1, name: /^已记下/ })).toBeVisible();
      await page.getByRole('link', { name: '打开事件' }).click();
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      path = new URL(page.url()).pathname;
      number =
        (await page
          .getByText(/^YQ-\d{4}-\d+$/)
          .first()
          .textContent()) ?? '';
      await expectStage(page, '报告');
      await expect(page.getByText(post.text.slice(0, 20)).first()).toBeVisible();
      await give(page, '答复当事人', async (form) => {
        await form.getByRole('combobox', { name: '正式账号' }).selectOption({ index: 1 });
      });
    });
  });

  await test.step('the county receives the report', async () => {
    await as('county_duty', (page) => give(page, '签收报告'));
  });

  await test.step('the office presents: facts, grade, plan, assignment in one sheet', async () => {
    await as('office', async (page) => {
      await give(page, '确定类别', (form) => form.getByRole('radio', { name: /^询问/ }).check());
      await give(page, '呈批', async (form) => {
        await form.getByRole('textbox', { name: '事实' }).fill('网帖所述时间地点已联系确认。');
        await form.getByRole('radio', { name: /^一般/ }).check();
        await form.getByRole('checkbox', { name: '一并启动预案' }).check();
        await form.getByRole('combobox', { name: '牵头单位' }).selectOption({ label: UNIT });
        await form.getByRole('textbox', { name: '线下处置负责人' }).fill('田守拙');
        await form.getByRole('textbox', { name: '线上回应负责人' }).fill('陆怀瑾');
        await form.getByRole('checkbox', { name: '一并交办核实' }).check();
        await form.getByRole('combobox', { name: '承办单位' }).selectOption({ label: UNIT });
        await form.getByRole('textbox', { name: '办理要求' }).fill('核实网帖所述情况');
        await form.getByRole('textbox', { name: '逐条核实事项' }).fill('是否属实\n何时解决');
      });
    });
  });

  await test.step('the deputy decides the ordinary grade', async () => {
    await as('deputy', async (page) => {
      await give(page, '定级', async (form) => {
        await form.getByRole('radio', { name: /^一般/ }).check();
        await form.getByRole('textbox', { name: '理由' }).fill('影响限于本校周边');
      });
      await expectStage(page, '处置');
    });
  });

  await test.step('the unit accepts and feeds back point by point', async () => {
    await as('handler', async (page) => {
      await give(page, '签收联系单');
      await give(page, '反馈核实情况', async (form) => {
        await form.getByRole('radio', { name: '属实', exact: true }).check();
        await form.getByRole('combobox', { name: '结论 1' }).selectOption({ label: '属实' });
        await form.getByRole('textbox', { name: '说明 1' }).fill('属实，灯具老化。');
        await form.getByRole('combobox', { name: '结论 2' }).selectOption({ label: '部分属实' });
        await form.getByRole('textbox', { name: '说明 2' }).fill('当晚已更换。');
      });
    });
  });

  await test.step('the office accepts the feedback, drafts and sends for approval', async () => {
    await as('office', async (page) => {
      await giveBeside(page, '审核办结联系单');
      await give(page, '起草口径或答复', async (form) => {
        await form
          .getByRole('combobox', { name: '种类' })
          .selectOption({ label: '情况通报（说明）' });
        await form.getByRole('textbox', { name: '标题' }).fill(wording);
        await form.getByRole('textbox', { name: '正文' }).fill(BODY);
      });
      await give(page, '送审');
    });
  });

  await test.step('the deputy approves on a phone, in two taps', async () => {
    const find = async (page: Page) => {
      const rest = page.getByText(/^还有 \d+ 项$/);
      if (await rest.isVisible()) await rest.click();
      await page.getByRole('link', { name: `去审批 ${number}` }).click();
      await expect(page.getByRole('heading', { name: wording })).toBeVisible();
      await page.getByRole('button', { name: '同意', exact: true }).click();
      await page.getByRole('button', { name: '确认同意第 1 版' }).click();
      await expect(page.getByText(`已同意：${wording}`)).toBeVisible();
    };
    await visit(browser, 'deputy', '/', find, 360);
  });

  await test.step('the spokesperson publishes through the official account', async () => {
    await as('spokesperson', async (page) => {
      const publish = async (form: Parameters<Parameters<typeof give>[2] & object>[0]) => {
        await form.getByRole('combobox', { name: '正式账号' }).selectOption({ index: 1 });
        await form.getByRole('textbox', { name: '链接' }).fill('https://weibo.example/status/2');
      };
      await give(page, '发布', publish, true);
      await expectStage(page, '跟踪');
    });
  });

  const sample = (reposts: number) => (page: Page) =>
    give(page, '记录传播数据', async (form) => {
      await form.getByRole('textbox', { name: '转发量' }).fill(String(reposts));
      await form.getByRole('textbox', { name: '评论量' }).fill('12');
    });

  await test.step('counts stay flat for a day and the office confirms that it is calm', async () => {
    await as('office', sample(post.reposts));
    await advanceClock('25h');
    await as('office', async (page) => {
      await sample(post.reposts + 1)(page);
      await give(page, '确认趋于平稳', async (form) => {
        await form.getByRole('checkbox', { name: '事件已得到较妥善处理' }).check();
        await form.getByRole('checkbox', { name: '媒体不再关注' }).check();
        await form.getByRole('checkbox', { name: '当地民情趋向平和' }).check();
        await form.getByRole('textbox', { name: '判断依据' }).fill('一日内无新增讨论');
      });
      await expectStage(page, '总结评估');
    });
  });

  await test.step('the office resolves, reviews and puts right', async () => {
    await as('office', async (page) => {
      await give(page, '确认事项办结');
      await give(page, '写总结评估', async (form) => {
        await form
          .getByRole('textbox', { name: '基本情况与经过' })
          .fill('网帖反映，当日核实答复。');
        await form.getByRole('checkbox', { name: '设施设备' }).check();
        await form.getByRole('textbox', { name: '效果' }).fill('当事人认可');
        await form.getByRole('textbox', { name: '问题与教训' }).fill('日常巡检不够');
      });
      await give(page, '增加整改措施', async (form) => {
        await form.getByRole('textbox', { name: '整改内容' }).fill('每周巡检照明');
        await form.getByRole('textbox', { name: '责任人' }).fill('田守拙');
      });
    });
  });

  await test.step('the leader approves the review and closes', async () => {
    await as('leader', async (page) => {
      await giveBeside(page, '审定总结评估');
      await give(page, '办结', undefined, true);
      await expect(page.getByRole('region', { name: '下一步' })).toContainText('已办结');
    });
  });

  await test.step('the auditor finds it and verifies it', async () => {
    await visit(browser, 'auditor', '/audit', async (page) => {
      await page.getByRole('searchbox', { name: '编号或标题' }).fill(number);
      await page.getByRole('button', { name: '筛选' }).click();
      await page.getByRole('link', { name: number }).click();
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      const head = (await page.getByText(/^链尾，第 \d+ 条/).textContent()) ?? '';
      const events = /\d+/.exec(head)?.[0] ?? '';
      await page.getByRole('button', { name: '核验', exact: true }).click();
      await expect(page.getByText(`✓ 完整，${events} 条`)).toBeVisible();
    });
  });
});
